package org.xuanpai.posting.controller;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.xuanpai.posting.StepEntry;
import org.xuanpai.posting.StepKind;
import org.xuanpai.shared.PlainText;

/** A step or a check that a round goes through. */
class StepForm {

    @NotNull(message = "{posting.form.onDay.missing}")
    private @Nullable LocalDate onDay;

    @PlainText(max = 100, singleLine = true)
    private String body = "";

    @PlainText(max = 60, singleLine = true)
    private String document = "";

    @PlainText(max = 500)
    private String note = "";

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
        return new StepEntry(
                Objects.requireNonNull(onDay), body, document, note, meeting, waive ? reason.strip() : null);
    }

    public @Nullable LocalDate getOnDay() {
        return onDay;
    }

    public void setOnDay(@Nullable LocalDate onDay) {
        this.onDay = onDay;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }

    public String getDocument() {
        return document;
    }

    public void setDocument(String document) {
        this.document = document;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
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
