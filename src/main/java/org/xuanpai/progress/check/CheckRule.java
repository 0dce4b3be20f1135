package org.xuanpai.progress.check;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xuanpai.shared.Severity;

/**
 * A rule as it is set for some months.
 *
 * @param indicator code of the indicator it looks at; {@code null} for every one the kind can look at
 * @param other code of the indicator it is compared with; {@code null} but for {@link RuleKind#GROWTH_APART}
 * @param active whether it speaks at all
 */
public record CheckRule(
        RuleKind kind,
        @Nullable String indicator,
        @Nullable String other,
        Severity severity,
        boolean active,
        Map<Parameter, BigDecimal> parameters) {

    /** @throws RuleRefused when the severity or a parameter does not fit the kind */
    public CheckRule {
        if (!kind.severities().contains(severity)) {
            throw new RuleRefused("severity");
        }
        EnumMap<Parameter, BigDecimal> set = new EnumMap<>(Parameter.class);
        for (Parameter parameter : kind.parameters()) {
            BigDecimal value = parameters.get(parameter);
            if (value == null || !parameter.allows(value)) {
                throw new RuleRefused(parameter);
            }
            set.put(parameter, value);
        }
        parameters = Collections.unmodifiableMap(set);
    }

    /** A parameter that a rule of this kind has. */
    public BigDecimal get(Parameter parameter) {
        return Objects.requireNonNull(parameters.get(parameter), parameter.name());
    }

    /** Whether it looks at this indicator. */
    public boolean isAbout(String code) {
        return indicator == null || indicator.equals(code);
    }
}
