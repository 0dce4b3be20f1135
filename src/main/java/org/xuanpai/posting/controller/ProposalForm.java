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
import org.xuanpai.posting.PostingReason;
import org.xuanpai.posting.StepEntry;
import org.xuanpai.posting.service.ProposePosting;
import org.xuanpai.shared.PlainText;

/** Somebody is proposed in a round. */
class ProposalForm {

    @NotNull(message = "{posting.form.person.missing}")
    private @Nullable UUID personId;

    @NotNull(message = "{posting.form.township.missing}")
    private @Nullable UUID townshipId;

    @NotEmpty(message = "{posting.form.reasons.missing}")
    private List<PostingReason> reasons = new ArrayList<>();

    @PlainText(max = 100, singleLine = true)
    private String presentPost = "";

    @NotNull(message = "{posting.form.onDay.missing}")
    private @Nullable LocalDate onDay;

    @PlainText(max = 500)
    private String note = "";

    ProposePosting toCommand() {
        return new ProposePosting(
                Objects.requireNonNull(personId),
                Objects.requireNonNull(townshipId),
                EnumSet.copyOf(reasons),
                presentPost,
                StepEntry.of(Objects.requireNonNull(onDay), "", "", note));
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

    public String getPresentPost() {
        return presentPost;
    }

    public void setPresentPost(String presentPost) {
        this.presentPost = presentPost;
    }

    public @Nullable LocalDate getOnDay() {
        return onDay;
    }

    public void setOnDay(@Nullable LocalDate onDay) {
        this.onDay = onDay;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
