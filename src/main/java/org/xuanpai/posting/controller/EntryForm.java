package org.xuanpai.posting.controller;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.StepEntry;
import org.xuanpai.shared.PlainText;

/** What every form about a posting asks for what is recorded: the day, the body that acted, its document, and a note. */
abstract class EntryForm {

    @NotNull(message = "{posting.form.onDay.missing}")
    private @Nullable LocalDate onDay;

    @PlainText(max = 100, singleLine = true)
    private String body = "";

    @PlainText(max = 60, singleLine = true)
    private String document = "";

    @PlainText(max = 500)
    private String note = "";

    /** The day, once the form is known to have one. */
    LocalDate onDay() {
        return Objects.requireNonNull(onDay);
    }

    StepEntry entry() {
        return StepEntry.of(onDay(), body, document, note);
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
}
