package org.xuanpai.division;

import java.time.LocalDate;
import org.xuanpai.shared.Slip;

/** A unit changes on days after the one it became what it is; between older states nothing is put in. */
public final class EffectiveTooEarly extends Slip {

    private static final long serialVersionUID = 1L;

    public EffectiveTooEarly(String unit, LocalDate since) {
        super("division.refused.effectiveTooEarly", unit, since);
    }
}
