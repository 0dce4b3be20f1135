package org.xuanpai.industry.issue.controller;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.xuanpai.industry.TypedValue;
import org.xuanpai.shared.Period;

/** The other value of an indicator, from a month on. */
class TypedSettingForm {

    @NotNull(message = "{industry.issue.setting.choose}")
    private @Nullable String indicator;

    @NotNull(message = "{industry.issue.setting.choose}")
    private @Nullable TypedValue typed;

    @NotNull(message = "{industry.issue.setting.choose}")
    private @Nullable Period from;

    public @Nullable String getIndicator() {
        return indicator;
    }

    public void setIndicator(@Nullable String indicator) {
        this.indicator = indicator;
    }

    public @Nullable TypedValue getTyped() {
        return typed;
    }

    public void setTyped(@Nullable TypedValue typed) {
        this.typed = typed;
    }

    public @Nullable Period getFrom() {
        return from;
    }

    public void setFrom(@Nullable Period from) {
        this.from = from;
    }
}
