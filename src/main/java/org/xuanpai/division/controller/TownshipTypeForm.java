package org.xuanpai.division.controller;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xuanpai.shared.PlainText;

/** What an organizer types to propose a township's type. */
class TownshipTypeForm {

    @NotNull(message = "{division.type.industrial.missing}")
    private @Nullable Boolean industrial;

    @NotNull(message = "{division.type.validFrom.missing}")
    private @Nullable LocalDate validFrom;

    @NotBlank(message = "{division.type.reason.missing}")
    @PlainText(max = 500)
    private @Nullable String reason;

    public @Nullable Boolean getIndustrial() {
        return industrial;
    }

    public void setIndustrial(@Nullable Boolean industrial) {
        this.industrial = industrial;
    }

    public @Nullable LocalDate getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(@Nullable LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
