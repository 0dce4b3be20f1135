package org.xuanpai.industry.controller;

import java.util.LinkedHashMap;
import java.util.Map;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.TargetView;
import org.xuanpai.industry.service.TargetSheetView;

/** Targets as they are typed, by indicator code, as text, so that nothing typed is lost when something is wrong with it. */
class TargetForm {

    private Map<String, String> targets = new LinkedHashMap<>();
    private Map<String, String> baselines = new LinkedHashMap<>();

    /** The form as it is opened: what counts now. */
    static TargetForm of(TargetSheetView sheet) {
        TargetForm form = new TargetForm();
        if (sheet.counts() != null) {
            Map<String, TargetView> lines = sheet.counts().lines();
            for (IndicatorView indicator : sheet.indicators()) {
                TargetView line = lines.get(indicator.code());
                if (line != null) {
                    form.show(indicator, line);
                }
            }
        }
        return form;
    }

    private void show(IndicatorView indicator, TargetView line) {
        targets.put(indicator.code(), indicator.written(line.yearlyTarget()));
        if (line.baseline() != null) {
            baselines.put(indicator.code(), indicator.written(line.baseline()));
        }
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
