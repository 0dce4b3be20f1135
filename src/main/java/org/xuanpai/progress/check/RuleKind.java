package org.xuanpai.progress.check;

import java.util.EnumSet;
import java.util.Set;
import org.xuanpai.shared.Severity;

/**
 * What a rule looks for. The order is that of the page; where two rules would ask for a reason at the same figure, the first one
 * asks.
 */
public enum RuleKind {
    /** A part is larger than the whole it belongs to. */
    PART_ABOVE_WHOLE(EnumSet.of(Severity.BLOCK, Severity.REASON), EnumSet.noneOf(Parameter.class)),
    /** A cumulative value is below that of the month before. */
    BELOW_LAST_MONTH(EnumSet.of(Severity.REASON, Severity.HINT), EnumSet.noneOf(Parameter.class)),
    /** A change lies outside the band in which this township's changes usually lie. */
    OUTLIER(
            EnumSet.of(Severity.REASON, Severity.HINT),
            EnumSet.of(
                    Parameter.LEAST_BASE,
                    Parameter.BAND_FACTOR,
                    Parameter.LEAST_BAND,
                    Parameter.WINDOW,
                    Parameter.LEAST_POINTS)),
    /** The month differs too much from the same month last year. */
    YEAR_CHANGE(EnumSet.of(Severity.REASON, Severity.HINT), EnumSet.of(Parameter.LIMIT, Parameter.LEAST_BASE)),
    /** The month's value that follows from two cumulative ones is negative, of something that may fall. */
    NEGATIVE_MONTH(EnumSet.of(Severity.HINT), EnumSet.noneOf(Parameter.class)),
    /** Two figures that usually go together grow far apart. */
    GROWTH_APART(EnumSet.of(Severity.REASON, Severity.HINT), EnumSet.of(Parameter.LIMIT)),
    /** The reviewer asked for a change and nothing changed. */
    UNCHANGED(EnumSet.of(Severity.REASON, Severity.HINT), EnumSet.noneOf(Parameter.class));

    private final EnumSet<Severity> severities;
    private final EnumSet<Parameter> parameters;

    RuleKind(EnumSet<Severity> severities, EnumSet<Parameter> parameters) {
        this.severities = severities;
        this.parameters = parameters;
    }

    /** The severities a county may choose: only what contradicts itself is ever blocked. */
    public Set<Severity> severities() {
        return EnumSet.copyOf(severities);
    }

    /** The parameters a rule of this kind has. */
    public Set<Parameter> parameters() {
        return EnumSet.copyOf(parameters);
    }

    public boolean has(Parameter parameter) {
        return parameters.contains(parameter);
    }

    /** Whether a county may make an exception for one indicator; the others look at whole families or at two indicators. */
    public boolean isPerIndicator() {
        return this == BELOW_LAST_MONTH || this == OUTLIER || this == YEAR_CHANGE || this == NEGATIVE_MONTH;
    }
}
