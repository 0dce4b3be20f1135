package org.xuanpai.calendar.controller;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.xuanpai.shared.PlainText;

/** A year's file as it is typed in; bound through its setters. */
class ProposalForm {

    @NotNull(message = "{calendar.form.year.missing}")
    private @Nullable Integer year;

    @PlainText(max = 300, singleLine = true)
    private String paper = "";

    private @Nullable MultipartFile file;

    /** The empty form below a year's sheet. */
    static ProposalForm of(int year) {
        ProposalForm form = new ProposalForm();
        form.setYear(year);
        return form;
    }

    public @Nullable Integer getYear() {
        return year;
    }

    public void setYear(@Nullable Integer year) {
        this.year = year;
    }

    public String getPaper() {
        return paper;
    }

    public void setPaper(String paper) {
        this.paper = paper;
    }

    public @Nullable MultipartFile getFile() {
        return file;
    }

    public void setFile(@Nullable MultipartFile file) {
        this.file = file;
    }
}
