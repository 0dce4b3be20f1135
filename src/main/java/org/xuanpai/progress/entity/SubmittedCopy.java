package org.xuanpai.progress.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
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
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;
import org.xuanpai.progress.CopyKind;
import org.xuanpai.progress.FieldShare;
import org.xuanpai.progress.TextField;
import org.xuanpai.progress.check.ReasonKey;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;

/** A report as it was handed in: numbered, frozen, never changed again. The county sees copies only. */
@Entity
@Immutable
public class SubmittedCopy implements Persistable<UUID> {

    @Id
    private UUID id;

    private UUID reportId;
    private int number;
    private UUID countyId;
    private UUID townshipId;
    private LocalDate period;
    private UUID submittedBy;
    private String submittedByName;
    private Instant submittedAt;
    private @Nullable Integer daysOnSite;
    private String achievements;
    private String absence;
    private @Nullable String ownPartConfirmedByName;
    private String partySecretaryPart;
    private String behindNote;
    private @Nullable Integer fields;
    private @Nullable Integer fieldsTyped;

    @Enumerated(EnumType.STRING)
    private CopyKind kind;

    private @Nullable UUID correctionId;

    @ElementCollection
    @CollectionTable(name = "submitted_figure", joinColumns = @JoinColumn(name = "copy_id"))
    @MapKeyColumn(name = "indicator_code")
    private Map<String, SubmittedFigure> figures = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "submitted_reason", joinColumns = @JoinColumn(name = "copy_id"))
    private Map<ReasonId, ReportText> reasons = new HashMap<>();

    @Transient
    private boolean stored;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected SubmittedCopy() {}

    /**
     * Freezes a report that was just submitted.
     *
     * @param figures by indicator code, with what followed from each
     * @param share how much of it was typed
     * @param needed the reasons that rules asked for
     */
    public SubmittedCopy(
            MonthlyReport report,
            Map<String, SubmittedFigure> figures,
            FieldShare share,
            Map<ReasonKey, String> needed,
            CurrentUser user,
            Instant now) {
        this.id = Ids.next();
        this.reportId = report.id();
        this.number = report.submissions();
        this.countyId = report.countyId();
        this.townshipId = report.townshipId();
        this.period = report.period().key();
        this.submittedBy = user.accountId();
        this.submittedByName = user.displayName();
        this.submittedAt = now;
        ReportDraft draft = report.draft();
        this.daysOnSite = draft.daysOnSite().orElse(null);
        this.achievements = draft.text(TextField.ACHIEVEMENTS);
        this.absence = draft.text(TextField.ABSENCE);
        this.ownPartConfirmedByName = draft.confirmedByName().orElse(null);
        this.partySecretaryPart = draft.text(TextField.PARTY_PART);
        this.behindNote = draft.text(TextField.BEHIND_NOTE);
        this.kind = CopyKind.SUBMISSION;
        this.fields = share.fields();
        this.fieldsTyped = share.typed();
        this.figures.putAll(figures);
        needed.forEach((about, reason) ->
                this.reasons.put(ReasonId.of(about), new ReportText(report.countyId(), report.townshipId(), reason)));
    }

    /**
     * The next copy of an approved report: all as it was, but for the figures.
     *
     * @param before the copy that is corrected
     * @param second who confirmed the correction
     */
    public SubmittedCopy(
            MonthlyReport report,
            SubmittedCopy before,
            UUID correction,
            Map<String, SubmittedFigure> figures,
            CurrentUser second,
            Instant now) {
        this.id = Ids.next();
        this.reportId = report.id();
        this.number = report.submissions();
        this.countyId = report.countyId();
        this.townshipId = report.townshipId();
        this.period = report.period().key();
        this.submittedBy = second.accountId();
        this.submittedByName = second.displayName();
        this.submittedAt = now;
        this.daysOnSite = before.daysOnSite;
        this.achievements = before.achievements;
        this.absence = before.absence;
        this.ownPartConfirmedByName = before.ownPartConfirmedByName;
        this.partySecretaryPart = before.partySecretaryPart;
        this.behindNote = before.behindNote;
        this.fields = before.fields;
        this.fieldsTyped = before.fieldsTyped;
        this.kind = CopyKind.CORRECTION;
        this.correctionId = correction;
        this.figures.putAll(figures);
        this.reasons.putAll(before.reasons);
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

    public int number() {
        return number;
    }

    public UUID submittedBy() {
        return submittedBy;
    }
}
