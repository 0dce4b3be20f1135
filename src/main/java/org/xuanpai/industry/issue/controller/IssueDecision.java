package org.xuanpai.industry.issue.controller;

import org.jspecify.annotations.Nullable;
import org.xuanpai.shared.PlainText;

/** What the issuer says to what the checks wonder at: that it was looked at, and why it is right. */
class IssueDecision {

    private static final int LONGEST = 500;

    private boolean looked;

    @PlainText(max = LONGEST)
    private String note = "";

    public boolean isLooked() {
        return looked;
    }

    public void setLooked(boolean looked) {
        this.looked = looked;
    }

    public String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note == null ? "" : note.strip();
    }
}
