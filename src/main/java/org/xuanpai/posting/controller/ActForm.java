package org.xuanpai.posting.controller;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.xuanpai.posting.EndKind;
import org.xuanpai.posting.StepEntry;
import org.xuanpai.posting.StepKind;
import org.xuanpai.shared.PlainText;

/** Something is recorded about one posting. */
class ActForm {

    @NotNull(message = "{posting.form.onDay.missing}")
    private @Nullable LocalDate onDay;

    @PlainText(max = 100, singleLine = true)
    private String body = "";

    @PlainText(max = 60, singleLine = true)
    private String document = "";

    @PlainText(max = 500)
    private String note = "";

    private @Nullable LocalDate day;

    private @Nullable EndKind endKind;

    /** What an act asks for beside its entry. */
    void check(StepKind kind, Errors errors) {
        if (day == null
                && EnumSet.of(StepKind.ANNOUNCED, StepKind.EXTENDED, StepKind.ENDED)
                        .contains(kind)) {
            errors.rejectValue("day", "posting.form.day.missing");
        }
        if (endKind == null && kind == StepKind.ENDED) {
            errors.rejectValue("endKind", "posting.form.endKind.missing");
        }
        if (kind == StepKind.APPOINTMENT && document.isBlank()) {
            errors.rejectValue("document", "posting.form.document.missing");
        }
        if (note.isBlank() && EnumSet.of(StepKind.WITHDRAWN, StepKind.TALK).contains(kind)) {
            errors.rejectValue("note", "posting.form.note.missing." + kind);
        }
        if (body.isBlank() && kind == StepKind.ANNOUNCED) {
            errors.rejectValue("body", "posting.form.meetingPlace.missing");
        }
    }

    StepEntry toEntry() {
        return StepEntry.of(Objects.requireNonNull(onDay), body, document, note);
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

    public @Nullable LocalDate getDay() {
        return day;
    }

    public void setDay(@Nullable LocalDate day) {
        this.day = day;
    }

    public @Nullable EndKind getEndKind() {
        return endKind;
    }

    public void setEndKind(@Nullable EndKind endKind) {
        this.endKind = endKind;
    }
}
