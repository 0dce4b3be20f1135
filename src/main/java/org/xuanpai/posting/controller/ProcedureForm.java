package org.xuanpai.posting.controller;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.xuanpai.posting.ProcedureView;
import org.xuanpai.posting.StepKind;
import org.xuanpai.posting.TermStart;
import org.xuanpai.shared.PlainText;

/** A procedure of the county is proposed. */
class ProcedureForm {

    @NotNull(message = "{posting.form.from.missing}")
    private @Nullable LocalDate validFrom;

    private List<StepKind> waivable = new ArrayList<>();

    @NotNull(message = "{posting.form.noticeDays.missing}")
    @Min(value = ProcedureView.SHORTEST_NOTICE, message = "{posting.form.noticeDays.short}")
    @Max(value = ProcedureView.LONGEST_NOTICE, message = "{posting.form.noticeDays.long}")
    private @Nullable Integer noticeDays;

    @NotNull(message = "{posting.form.termYears.missing}")
    @Min(value = 1, message = "{posting.form.termYears.missing}")
    @Max(value = ProcedureView.LONGEST_TERM, message = "{posting.form.termYears.missing}")
    private @Nullable Integer termYears;

    @NotNull(message = "{posting.form.termStart.missing}")
    private @Nullable TermStart termStart;

    private boolean votes = false;

    @NotBlank(message = "{posting.form.hotline.missing}")
    @PlainText(max = 40, singleLine = true)
    private String hotline = "";

    @PlainText(max = 100, singleLine = true)
    private String address = "";

    @NotBlank(message = "{posting.form.reason.missing}")
    @PlainText(max = 500)
    private String reason = "";

    /** Begins with what is in force. */
    static ProcedureForm of(ProcedureView rules) {
        ProcedureForm form = new ProcedureForm();
        form.waivable = new ArrayList<>(rules.waivable());
        form.noticeDays = rules.noticeDays();
        form.termYears = rules.termYears();
        form.termStart = rules.termStart();
        form.votes = rules.votes();
        form.hotline = rules.hotline();
        form.address = rules.address();
        return form;
    }

    /** Only some steps can be left out. */
    void check(Errors errors) {
        if (!waivable.stream().allMatch(kind -> kind != null && kind.isWaivable())) {
            errors.rejectValue("waivable", "posting.form.waivable.wrong");
        }
    }

    ProcedureView toRules() {
        return new ProcedureView(
                Set.copyOf(waivable),
                Objects.requireNonNull(noticeDays),
                Objects.requireNonNull(termYears),
                Objects.requireNonNull(termStart),
                votes,
                hotline,
                address);
    }

    public @Nullable LocalDate getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(@Nullable LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    public List<StepKind> getWaivable() {
        return waivable;
    }

    public void setWaivable(List<StepKind> waivable) {
        this.waivable = waivable;
    }

    public @Nullable Integer getNoticeDays() {
        return noticeDays;
    }

    public void setNoticeDays(@Nullable Integer noticeDays) {
        this.noticeDays = noticeDays;
    }

    public @Nullable Integer getTermYears() {
        return termYears;
    }

    public void setTermYears(@Nullable Integer termYears) {
        this.termYears = termYears;
    }

    public @Nullable TermStart getTermStart() {
        return termStart;
    }

    public void setTermStart(@Nullable TermStart termStart) {
        this.termStart = termStart;
    }

    public boolean isVotes() {
        return votes;
    }

    public void setVotes(boolean votes) {
        this.votes = votes;
    }

    public String getHotline() {
        return hotline;
    }

    public void setHotline(String hotline) {
        this.hotline = hotline;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
