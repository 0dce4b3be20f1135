package org.xuanpai.progress.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.progress.CorrectionOutdated;
import org.xuanpai.progress.FigureUnchanged;
import org.xuanpai.progress.NoteMissing;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.progress.StepNotPossible;
import org.xuanpai.shared.Confirmation;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Proposal;
import org.xuanpai.shared.ProposalWithdrawn;

/** One figure of an approved report that is to read otherwise; proposed by an organizer, confirmed by a second person. */
@Entity
public class FigureCorrection {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private UUID reportId;

    @Column(updatable = false)
    private UUID countyId;

    @Column(updatable = false)
    private UUID townshipId;

    @Column(updatable = false)
    private LocalDate period;

    @Column(updatable = false)
    private String indicatorCode;

    @Column(updatable = false)
    private int seenCopy;

    @Column(updatable = false)
    private BigDecimal oldValue;

    @Column(updatable = false)
    private BigDecimal newValue;

    @Column(updatable = false)
    private String note;

    @Embedded
    private Proposal proposal;

    private @Nullable Integer confirmedCopy;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected FigureCorrection() {}

    /**
     * A proposal without effect yet.
     *
     * @throws NoteMissing without a note
     * @throws FigureUnchanged when nothing would change
     * @throws StepNotPossible when the report is not approved, or locked
     */
    public FigureCorrection(
            MonthlyReport report,
            String indicatorCode,
            BigDecimal oldValue,
            BigDecimal newValue,
            String note,
            CurrentUser proposer,
            Instant now) {
        if (report.status() != ReportStatus.APPROVED) {
            throw new StepNotPossible(report.status());
        }
        if (note.isBlank()) {
            throw new NoteMissing();
        }
        if (oldValue.compareTo(newValue) == 0) {
            throw new FigureUnchanged();
        }
        this.id = Ids.next();
        this.reportId = report.id();
        this.countyId = report.countyId();
        this.townshipId = report.townshipId();
        this.period = report.period().key();
        this.indicatorCode = indicatorCode;
        this.seenCopy = report.submissions();
        this.oldValue = oldValue;
        this.newValue = newValue;
        this.note = note.strip();
        this.proposal = new Proposal(proposer, now);
    }

    /**
     * Puts it into effect as the report's next copy; it takes another person than the proposer.
     *
     * @throws ProposalWithdrawn when it was taken back
     * @throws CorrectionOutdated when the report has another copy by now
     */
    public void confirm(MonthlyReport report, CurrentUser second, Instant now) {
        proposal.confirm(second, now);
        if (report.submissions() != seenCopy) {
            throw new CorrectionOutdated();
        }
        confirmedCopy = seenCopy + 1;
    }

    /** Takes it back; by whom, the trail says. */
    public void withdraw(Instant now) {
        proposal.withdraw(now);
    }

    public UUID id() {
        return id;
    }

    public UUID countyId() {
        return countyId;
    }

    public UUID townshipId() {
        return townshipId;
    }

    public Period period() {
        return Period.containing(period);
    }

    public String indicatorCode() {
        return indicatorCode;
    }

    public int seenCopy() {
        return seenCopy;
    }

    public BigDecimal oldValue() {
        return oldValue;
    }

    public BigDecimal newValue() {
        return newValue;
    }

    public String note() {
        return note;
    }

    public Confirmation confirmation() {
        return proposal.confirmation();
    }
}
