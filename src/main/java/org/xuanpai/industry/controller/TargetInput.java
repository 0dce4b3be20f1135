package org.xuanpai.industry.controller;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.TargetFigureRefused;
import org.xuanpai.industry.TargetLine;
import org.xuanpai.industry.service.TargetSheetView;

/** Turns what was typed into the lines of a sheet, and says at each field what is wrong with it. */
@Component
class TargetInput {

    private static final String TARGETS = "targets";
    private static final String BASELINES = "baselines";

    private final ConversionService conversions;

    TargetInput(ConversionService mvcConversionService) {
        this.conversions = mvcConversionService;
    }

    /** The lines that have a target. Use them only when {@code errors} stayed empty. */
    List<TargetLine> lines(TargetSheetView sheet, TargetForm form, BindingResult errors) {
        List<TargetLine> lines = new ArrayList<>();
        for (IndicatorView indicator : sheet.indicators()) {
            String code = indicator.code();
            Optional<BigDecimal> target = figure(form.getTargets(), TARGETS, code, errors);
            Optional<BigDecimal> baseline = figure(form.getBaselines(), BASELINES, code, errors);
            if (typed(form.getTargets(), code).isEmpty()) {
                if (baseline.isPresent()) {
                    errors.rejectValue(path(TARGETS, code), "industry.refused.baselineAlone");
                }
                continue;
            }
            target.ifPresent(figure -> {
                TargetLine line = new TargetLine(code, figure, baseline.orElse(null));
                line.faults(indicator).forEach(fault -> reject(fault, errors));
                lines.add(line);
            });
        }
        return lines;
    }

    private Optional<BigDecimal> figure(Map<String, String> all, String field, String code, BindingResult errors) {
        String typed = typed(all, code);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(conversions.convert(typed, BigDecimal.class));
        } catch (ConversionException notANumber) {
            errors.rejectValue(path(field, code), "industry.refused.notANumber");
            return Optional.empty();
        }
    }

    private static void reject(TargetFigureRefused fault, BindingResult errors) {
        String field = fault.figure() == TargetFigureRefused.Figure.TARGET ? TARGETS : BASELINES;
        errors.rejectValue(
                path(field, fault.indicatorCode()),
                fault.key(),
                fault.arguments().toArray(),
                null);
    }

    private static String typed(Map<String, String> all, String code) {
        return all.getOrDefault(code, "").strip();
    }

    private static String path(String field, String code) {
        return field + "[" + code + "]";
    }
}
