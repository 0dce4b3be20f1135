package org.xuanpai.posting.people.controller;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xuanpai.shared.PlainText;

/** A field of work that somebody is in charge of. */
class PortfolioForm {

    private static final int LONGEST_WORK = 200;

    @NotBlank(message = "{posting.people.work.missing}")
    @PlainText(max = LONGEST_WORK, singleLine = true)
    private String work = "";

    @NotNull(message = "{posting.people.from.missing}")
    private @Nullable LocalDate from;

    private @Nullable LocalDate to;

    public String getWork() {
        return work;
    }

    public void setWork(String work) {
        this.work = work.strip();
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable LocalDate getTo() {
        return to;
    }

    public void setTo(@Nullable LocalDate to) {
        this.to = to;
    }
}
