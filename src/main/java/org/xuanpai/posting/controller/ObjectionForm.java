package org.xuanpai.posting.controller;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.ObjectionWay;
import org.xuanpai.shared.PlainText;

/** An objection came. */
class ObjectionForm {

    @NotNull(message = "{posting.form.onDay.missing}")
    private @Nullable LocalDate receivedOn;

    @NotNull(message = "{posting.form.way.missing}")
    private @Nullable ObjectionWay way;

    private boolean anonymous = false;

    @NotBlank(message = "{posting.form.content.missing}")
    @PlainText(max = 1000)
    private String content = "";

    public @Nullable LocalDate getReceivedOn() {
        return receivedOn;
    }

    public void setReceivedOn(@Nullable LocalDate receivedOn) {
        this.receivedOn = receivedOn;
    }

    public @Nullable ObjectionWay getWay() {
        return way;
    }

    public void setWay(@Nullable ObjectionWay way) {
        this.way = way;
    }

    public boolean isAnonymous() {
        return anonymous;
    }

    public void setAnonymous(boolean anonymous) {
        this.anonymous = anonymous;
    }

    public String getContent() {
        return content;
    }

    public void setContent(String content) {
        this.content = content;
    }
}
