package org.xuanpai.posting.people.controller;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.people.OfficeKind;
import org.xuanpai.posting.people.service.ProposeOffice;
import org.xuanpai.shared.PlainText;

/** An office that somebody is said to hold. */
class OfficeForm {

    private static final int LONGEST_TITLE = 100;

    @NotNull(message = "{posting.people.office.kind.missing}")
    private @Nullable OfficeKind kind;

    private @Nullable UUID township;

    @NotBlank(message = "{posting.people.office.title.missing}")
    @PlainText(max = LONGEST_TITLE, singleLine = true)
    private String title = "";

    @NotNull(message = "{posting.people.from.missing}")
    private @Nullable LocalDate from;

    private @Nullable LocalDate to;

    ProposeOffice toCommand() {
        return new ProposeOffice(Objects.requireNonNull(kind), township, title, Objects.requireNonNull(from), to);
    }

    public @Nullable OfficeKind getKind() {
        return kind;
    }

    public void setKind(@Nullable OfficeKind kind) {
        this.kind = kind;
    }

    public @Nullable UUID getTownship() {
        return township;
    }

    public void setTownship(@Nullable UUID township) {
        this.township = township;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title.strip();
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
