package org.xuanpai.division;

import java.time.LocalDate;
import org.xuanpai.shared.Slip;

/** A type cannot begin before the township itself. */
public final class TypeBeforeTownship extends Slip {

    private static final long serialVersionUID = 1L;

    public TypeBeforeTownship(String township, LocalDate validFrom) {
        super("division.refused.typeBeforeTownship", township, validFrom);
    }
}
