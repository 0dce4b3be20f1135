package org.xuanpai.division;

import java.time.LocalDate;
import org.xuanpai.shared.Slip;

/** The day lies too far back or too far ahead to be meant. */
public final class EffectiveOutOfRange extends Slip {

    private static final long serialVersionUID = 1L;

    public EffectiveOutOfRange(LocalDate first, LocalDate last) {
        super("division.refused.effectiveOutOfRange", first, last);
    }
}
