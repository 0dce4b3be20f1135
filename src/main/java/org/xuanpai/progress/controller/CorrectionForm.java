package org.xuanpai.progress.controller;

import org.jspecify.annotations.Nullable;
import org.xuanpai.shared.PlainText;

/** A correction as it is typed. */
class CorrectionForm {

    private static final int LONGEST_NOTE = 500;

    private String indicator = "";
    private String value = "";
    private String seen = "";

    @PlainText(max = LONGEST_NOTE)
    private String note = "";

    public String getIndicator() {
        return indicator;
    }

    public void setIndicator(@Nullable String indicator) {
        this.indicator = indicator == null ? "" : indicator;
    }

    public String getValue() {
        return value;
    }

    public void setValue(@Nullable String value) {
        this.value = value == null ? "" : value;
    }

    public String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note == null ? "" : note;
    }

    /** What the page has shown of what the rules say, so that something else is asked about again. */
    public String getSeen() {
        return seen;
    }

    public void setSeen(@Nullable String seen) {
        this.seen = seen == null ? "" : seen;
    }
}
