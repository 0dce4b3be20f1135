package org.xuanpai.posting.controller;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.xuanpai.posting.StepEntry;
import org.xuanpai.posting.StepKind;
import org.xuanpai.shared.PlainText;

/** A step or a check that a round goes through. */
class StepForm extends EntryForm {

    private @Nullable Integer due;

    private @Nullable Integer present;

    private @Nullable Integer agree;

    private boolean waive = false;

    @PlainText(max = 500)
    private String reason = "";

    /** What no single field can tell: a decision has its attendance, a step that is left out has its reason. */
    void check(StepKind kind, Errors errors) {
        if (waive && reason.isBlank()) {
            errors.rejectValue("reason", "posting.form.reason.missing");
        }
        if (kind == StepKind.DECIDED && (due == null || present == null)) {
            errors.rejectValue("due", "posting.form.meeting.missing");
        }
    }

    StepEntry toEntry() {
        StepEntry.Meeting meeting = due == null || present == null ? null : new StepEntry.Meeting(due, present, agree);
        return new StepEntry(onDay(), getBody(), getDocument(), getNote(), meeting, waive ? reason.strip() : null);
    }

    public @Nullable Integer getDue() {
        return due;
    }

    public void setDue(@Nullable Integer due) {
        this.due = due;
    }

    public @Nullable Integer getPresent() {
        return present;
    }

    public void setPresent(@Nullable Integer present) {
        this.present = present;
    }

    public @Nullable Integer getAgree() {
        return agree;
    }

    public void setAgree(@Nullable Integer agree) {
        this.agree = agree;
    }

    public boolean isWaive() {
        return waive;
    }

    public void setWaive(boolean waive) {
        this.waive = waive;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
