package org.xuanpai.progress.check.controller;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.xuanpai.progress.check.CheckRule;
import org.xuanpai.progress.check.Parameter;
import org.xuanpai.progress.check.ProposedRule;
import org.xuanpai.progress.check.RuleEndsBeforeItBegins;
import org.xuanpai.progress.check.RuleKind;
import org.xuanpai.progress.check.RuleRefused;
import org.xuanpai.progress.check.service.RuleRow;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Severity;

/** Turns what was typed into a rule, and says at each field what is wrong with it. */
@Component
class RuleInput {

    private final ConversionService conversions;

    RuleInput(ConversionService mvcConversionService) {
        this.conversions = mvcConversionService;
    }

    /** The rule; empty when something is wrong, which {@code errors} then says. */
    Optional<ProposedRule> rule(RuleKind kind, RuleRow base, RuleForm form, BindingResult errors) {
        Map<Parameter, BigDecimal> parameters = new EnumMap<>(Parameter.class);
        for (Parameter parameter : kind.parameters()) {
            number(form.getParameters().get(parameter.name()))
                    .filter(parameter::allows)
                    .ifPresentOrElse(
                            value -> parameters.put(parameter, value),
                            () -> errors.rejectValue(
                                    "parameters[" + parameter + "]",
                                    "check.refused.parameter." + parameter,
                                    new Object[] {parameter.least(), parameter.most()},
                                    null));
        }
        Optional<Severity> severity = Arrays.stream(Severity.values())
                .filter(one -> one.name().equals(form.getSeverity()))
                .findFirst();
        if (severity.isEmpty()) {
            errors.rejectValue("severity", "check.refused.severity");
        }
        Optional<Period> from = Period.parse(form.getFrom());
        if (from.isEmpty()) {
            errors.rejectValue("from", "check.form.from.missing");
        }
        Optional<Period> until = Period.parse(form.getUntil());
        if (until.isEmpty() && !form.getUntil().isEmpty()) {
            errors.rejectValue("until", "check.form.until.wrong");
        }
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        String indicator = kind.isPerIndicator() ? form.getIndicator() : base.indicatorCode();
        try {
            return Optional.of(new ProposedRule(
                    new CheckRule(
                            kind,
                            indicator.isEmpty() ? null : indicator,
                            base.rule().other(),
                            severity.orElseThrow(),
                            form.isActive(),
                            parameters),
                    from.orElseThrow(),
                    until.orElse(null),
                    form.getReason()));
        } catch (RuleRefused refused) {
            errors.rejectValue(
                    refused.field(), refused.key(), refused.arguments().toArray(), null);
        } catch (RuleEndsBeforeItBegins ends) {
            errors.rejectValue("until", ends.key(), ends.arguments().toArray(), null);
        }
        return Optional.empty();
    }

    private Optional<BigDecimal> number(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank()
                    ? Optional.empty()
                    : Optional.ofNullable(conversions.convert(typed.strip(), BigDecimal.class));
        } catch (ConversionException notANumber) {
            return Optional.empty();
        }
    }
}
