package org.xuanpai.posting.controller;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.service.PublishNotice;
import org.xuanpai.shared.PlainText;

/** The notice of a round is published. */
class NoticeForm {

    @NotBlank(message = "{posting.form.document.missing}")
    @PlainText(max = 60, singleLine = true)
    private String document = "";

    private boolean covered = false;

    @NotNull(message = "{posting.form.onDay.missing}")
    private @Nullable LocalDate published;

    @NotNull(message = "{posting.form.from.missing}")
    private @Nullable LocalDate from;

    @PlainText(max = 100, singleLine = true)
    private String body = "";

    /** As it is offered: published today, counted from tomorrow. */
    static NoticeForm on(LocalDate today) {
        NoticeForm form = new NoticeForm();
        form.published = today;
        form.from = today.plusDays(1);
        return form;
    }

    PublishNotice toCommand() {
        return new PublishNotice(
                document, covered, Objects.requireNonNull(published), Objects.requireNonNull(from), body);
    }

    public String getDocument() {
        return document;
    }

    public void setDocument(String document) {
        this.document = document;
    }

    public boolean isCovered() {
        return covered;
    }

    public void setCovered(boolean covered) {
        this.covered = covered;
    }

    public @Nullable LocalDate getPublished() {
        return published;
    }

    public void setPublished(@Nullable LocalDate published) {
        this.published = published;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }
}
