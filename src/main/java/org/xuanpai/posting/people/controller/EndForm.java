package org.xuanpai.posting.people.controller;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.xuanpai.shared.PlainText;

/** The end of an office, a portfolio or an assignment. */
class EndForm {

    private static final int LONGEST_REASON = 200;

    @NotNull(message = "{posting.people.endsOn.missing}")
    private @Nullable LocalDate endsOn;

    @PlainText(max = LONGEST_REASON)
    private String reason = "";

    /** An office does not end without a reason. */
    void checkReason(Errors errors) {
        if (reason.isBlank()) {
            errors.rejectValue("reason", "posting.people.reason.missing");
        }
    }

    LocalDate day() {
        return Objects.requireNonNull(endsOn);
    }

    public @Nullable LocalDate getEndsOn() {
        return endsOn;
    }

    public void setEndsOn(@Nullable LocalDate endsOn) {
        this.endsOn = endsOn;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason.strip();
    }
}
