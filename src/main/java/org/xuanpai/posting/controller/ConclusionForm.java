package org.xuanpai.posting.controller;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.xuanpai.shared.PlainText;

/** An objection is concluded. */
class ConclusionForm {

    @NotBlank(message = "{posting.form.investigation.missing}")
    @PlainText(max = 1000)
    private String investigation = "";

    @NotBlank(message = "{posting.form.conclusion.missing}")
    @PlainText(max = 500)
    private String conclusion = "";

    @NotNull(message = "{posting.form.harmless.missing}")
    private @Nullable Boolean harmless;

    public String getInvestigation() {
        return investigation;
    }

    public void setInvestigation(String investigation) {
        this.investigation = investigation;
    }

    public String getConclusion() {
        return conclusion;
    }

    public void setConclusion(String conclusion) {
        this.conclusion = conclusion;
    }

    public @Nullable Boolean getHarmless() {
        return harmless;
    }

    public void setHarmless(@Nullable Boolean harmless) {
        this.harmless = harmless;
    }
}
