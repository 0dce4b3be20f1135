package org.xuanpai.industry.controller;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xuanpai.industry.service.TargetSheetView;

/** Targets as they are typed, by indicator code, as text, so that nothing typed is lost when something is wrong with it. */
class TargetForm {

    private Map<String, String> targets = new LinkedHashMap<>();
    private Map<String, String> baselines = new LinkedHashMap<>();

    /** The form as it is opened: what counts now. */
    static TargetForm of(TargetSheetView sheet) {
        TargetForm form = new TargetForm();
        if (sheet.counts() != null) {
            sheet.counts().lines().forEach((code, line) -> {
                form.targets.put(code, text(line.yearlyTarget()));
                if (line.baseline() != null) {
                    form.baselines.put(code, text(line.baseline()));
                }
            });
        }
        return form;
    }

    private static String text(BigDecimal figure) {
        BigDecimal plain = figure.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY) : plain).toPlainString();
    }

    public Map<String, String> getTargets() {
        return targets;
    }

    public void setTargets(Map<String, String> targets) {
        this.targets = targets;
    }

    public Map<String, String> getBaselines() {
        return baselines;
    }

    public void setBaselines(Map<String, String> baselines) {
        this.baselines = baselines;
    }
}
