package org.xuanpai.progress.controller;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.shared.PlainText;

/** Which township's month is not waited for, and why. */
class ClosingForm {

    private static final int LONGEST_REASON = 500;

    private @Nullable UUID ended;

    @PlainText(max = LONGEST_REASON)
    private String why = "";

    public @Nullable UUID getEnded() {
        return ended;
    }

    public void setEnded(@Nullable UUID ended) {
        this.ended = ended;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(@Nullable String why) {
        this.why = why == null ? "" : why;
    }
}
