package org.xuanpai.posting.people.controller;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.people.AssignmentKind;
import org.xuanpai.posting.people.service.ProposeAssignment;
import org.xuanpai.shared.PlainText;

/** A liaison or a secondment as it is entered. */
class AssignmentForm {

    private static final int LONGEST_TEXT = 100;

    @NotNull(message = "{posting.people.assignment.kind.missing}")
    private @Nullable AssignmentKind kind;

    @NotNull(message = "{posting.people.township.missing}")
    private @Nullable UUID township;

    @PlainText(max = LONGEST_TEXT, singleLine = true)
    private String village = "";

    @NotNull(message = "{posting.people.from.missing}")
    private @Nullable LocalDate from;

    private @Nullable LocalDate to;

    @NotBlank(message = "{posting.people.document.missing}")
    @PlainText(max = LONGEST_TEXT, singleLine = true)
    private String document = "";

    ProposeAssignment toCommand() {
        return new ProposeAssignment(
                Objects.requireNonNull(kind),
                Objects.requireNonNull(township),
                village,
                Objects.requireNonNull(from),
                to,
                document);
    }

    public @Nullable AssignmentKind getKind() {
        return kind;
    }

    public void setKind(@Nullable AssignmentKind kind) {
        this.kind = kind;
    }

    public @Nullable UUID getTownship() {
        return township;
    }

    public void setTownship(@Nullable UUID township) {
        this.township = township;
    }

    public String getVillage() {
        return village;
    }

    public void setVillage(String village) {
        this.village = village.strip();
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

    public String getDocument() {
        return document;
    }

    public void setDocument(String document) {
        this.document = document.strip();
    }
}
