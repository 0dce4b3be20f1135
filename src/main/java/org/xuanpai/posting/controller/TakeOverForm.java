package org.xuanpai.posting.controller;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.xuanpai.posting.EndKind;
import org.xuanpai.posting.PostingReason;
import org.xuanpai.posting.service.TakeOver;

/** An office that began before is entered (补录). */
class TakeOverForm extends EntryForm {

    @NotNull(message = "{posting.form.person.missing}")
    private @Nullable UUID personId;

    @NotNull(message = "{posting.form.township.missing}")
    private @Nullable UUID townshipId;

    @NotEmpty(message = "{posting.form.reasons.missing}")
    private List<PostingReason> reasons = new ArrayList<>();

    @NotNull(message = "{posting.form.from.missing}")
    private @Nullable LocalDate from;

    @NotNull(message = "{posting.form.expectedEnd.missing}")
    private @Nullable LocalDate expectedEnd;

    private @Nullable LocalDate endedOn;

    private @Nullable EndKind endKind;

    /** A last day has its reason, and the other way round. */
    void check(Errors errors) {
        if ((endedOn == null) != (endKind == null)) {
            errors.rejectValue(endedOn == null ? "endedOn" : "endKind", "posting.form.end.incomplete");
        }
    }

    TakeOver toCommand() {
        return new TakeOver(
                Objects.requireNonNull(personId),
                Objects.requireNonNull(townshipId),
                EnumSet.copyOf(reasons),
                Objects.requireNonNull(from),
                Objects.requireNonNull(expectedEnd),
                endedOn,
                endKind,
                entry());
    }

    public @Nullable UUID getPersonId() {
        return personId;
    }

    public void setPersonId(@Nullable UUID personId) {
        this.personId = personId;
    }

    public @Nullable UUID getTownshipId() {
        return townshipId;
    }

    public void setTownshipId(@Nullable UUID townshipId) {
        this.townshipId = townshipId;
    }

    public List<PostingReason> getReasons() {
        return reasons;
    }

    public void setReasons(List<PostingReason> reasons) {
        this.reasons = reasons;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable LocalDate getExpectedEnd() {
        return expectedEnd;
    }

    public void setExpectedEnd(@Nullable LocalDate expectedEnd) {
        this.expectedEnd = expectedEnd;
    }

    public @Nullable LocalDate getEndedOn() {
        return endedOn;
    }

    public void setEndedOn(@Nullable LocalDate endedOn) {
        this.endedOn = endedOn;
    }

    public @Nullable EndKind getEndKind() {
        return endKind;
    }

    public void setEndKind(@Nullable EndKind endKind) {
        this.endKind = endKind;
    }
}
