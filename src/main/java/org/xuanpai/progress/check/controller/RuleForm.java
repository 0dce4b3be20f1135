package org.xuanpai.progress.check.controller;

import jakarta.validation.constraints.NotBlank;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xuanpai.progress.check.service.RuleRow;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.PlainText;

/** A rule as it is typed, as text, so that nothing typed is lost when something is wrong with it. */
class RuleForm {

    private static final int LONGEST_REASON = 500;

    private String indicator = "";
    private String severity = "";
    private boolean active;
    private Map<String, String> parameters = new LinkedHashMap<>();
    private String from = "";
    private String until = "";

    @NotBlank(message = "{check.form.reason.missing}")
    @PlainText(max = LONGEST_REASON)
    private String reason = "";

    /** The form as it is opened: the rule in force, from the month on that is being reported. */
    static RuleForm of(RuleRow row, String indicator, Period month) {
        RuleForm form = new RuleForm();
        form.indicator = indicator;
        form.severity = row.rule().severity().name();
        form.active = row.rule().active();
        row.rule()
                .parameters()
                .forEach((parameter, value) -> form.parameters.put(
                        parameter.name(), value.stripTrailingZeros().toPlainString()));
        form.from = month.toString();
        return form;
    }

    public String getIndicator() {
        return indicator;
    }

    public void setIndicator(@Nullable String indicator) {
        this.indicator = text(indicator);
    }

    public String getSeverity() {
        return severity;
    }

    public void setSeverity(@Nullable String severity) {
        this.severity = text(severity);
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public Map<String, String> getParameters() {
        return parameters;
    }

    public void setParameters(@Nullable Map<String, String> parameters) {
        this.parameters = parameters == null ? new LinkedHashMap<>() : parameters;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = text(from);
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(@Nullable String until) {
        this.until = text(until);
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = text(reason);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
