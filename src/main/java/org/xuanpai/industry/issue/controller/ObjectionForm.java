package org.xuanpai.industry.issue.controller;

import org.jspecify.annotations.Nullable;
import org.xuanpai.shared.PlainText;

/** Why a township objects to a figure, or why the figure stays. */
class ObjectionForm {

    private static final int LONGEST = 500;

    @PlainText(max = LONGEST)
    private String reason = "";

    /** Which field on the page it came from, so that what is wrong is said there. */
    private String at = "";

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason == null ? "" : reason.strip();
    }

    public String getAt() {
        return at;
    }

    public void setAt(@Nullable String at) {
        this.at = at == null ? "" : at;
    }
}
