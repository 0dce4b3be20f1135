package org.xuanpai.progress.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.springframework.data.domain.Persistable;
import org.xuanpai.progress.OwnReportReviewed;
import org.xuanpai.progress.ReasonMissing;
import org.xuanpai.progress.ReviewOutcome;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;

/** The county's judgement of one copy; made once, never by whoever submitted it. */
@Entity
@Immutable
public class ReportReview implements Persistable<UUID> {

    @Id
    private UUID id;

    private UUID copyId;
    private UUID countyId;
    private UUID townshipId;

    @Enumerated(EnumType.STRING)
    private ReviewOutcome outcome;

    private String reason;
    private UUID submittedBy;
    private UUID reviewerId;
    private String reviewerName;
    private String standsInFor = "";
    private Instant reviewedAt;

    @ElementCollection
    @CollectionTable(name = "review_mark", joinColumns = @JoinColumn(name = "review_id"))
    @MapKeyColumn(name = "field")
    private Map<String, Mark> marks = new HashMap<>();

    @Transient
    private boolean stored;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected ReportReview() {}

    private ReportReview(
            MonthlyReport report,
            SubmittedCopy copy,
            ReviewOutcome outcome,
            String reason,
            CurrentUser reviewer,
            Instant now) {
        if (copy.submittedBy().equals(reviewer.accountId())) {
            throw new OwnReportReviewed();
        }
        this.id = Ids.next();
        this.copyId = copy.getId();
        this.countyId = report.countyId();
        this.townshipId = report.townshipId();
        this.outcome = outcome;
        this.reason = reason;
        this.submittedBy = copy.submittedBy();
        this.reviewerId = reviewer.accountId();
        this.reviewerName = reviewer.displayName();
        this.reviewedAt = now;
    }

    /**
     * A return.
     *
     * @param reason what is to be done, required
     * @param notes marked fields with a note each, which may be empty; none opens the whole report
     * @throws ReasonMissing without a reason
     * @throws OwnReportReviewed when the reviewer submitted the copy
     */
    public static ReportReview returned(
            MonthlyReport report,
            SubmittedCopy copy,
            String reason,
            Map<String, String> notes,
            CurrentUser reviewer,
            Instant now) {
        if (reason.isBlank()) {
            throw new ReasonMissing();
        }
        ReportReview review = new ReportReview(report, copy, ReviewOutcome.RETURNED, reason, reviewer, now);
        notes.forEach((field, note) -> review.marks.put(field, new Mark(report.countyId(), report.townshipId(), note)));
        return review;
    }

    /**
     * An approval.
     *
     * @throws OwnReportReviewed when the reviewer submitted the copy
     */
    public static ReportReview approved(
            MonthlyReport report, SubmittedCopy copy, String note, CurrentUser reviewer, Instant now) {
        return new ReportReview(report, copy, ReviewOutcome.APPROVED, note, reviewer, now);
    }

    /** The same judgement, which the reviewer gave for somebody who was away as well; empty for nobody. */
    public ReportReview standingInFor(String away) {
        this.standsInFor = away;
        return this;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return !stored;
    }

    @PostLoad
    @PostPersist
    void markStored() {
        stored = true;
    }

    /** A marked field's note. */
    @Embeddable
    record Mark(UUID countyId, UUID townshipId, String note) {}
}
