package org.xuanpai.progress.entity;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.progress.DaysBeyondPeriod;
import org.xuanpai.progress.OpenFields;
import org.xuanpai.progress.OwnPartEmpty;
import org.xuanpai.progress.ReportAction;
import org.xuanpai.progress.ReportField;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.progress.StepNotPossible;
import org.xuanpai.progress.TextField;
import org.xuanpai.progress.check.ReasonKey;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.StaleVersion;

/**
 * A township's report of one month, as the township works on it. What was handed in is a {@link SubmittedCopy}. Every verb
 * asks {@link ReportStatus} whether the step is possible; after a return only the marked fields are open.
 */
@Entity
public class MonthlyReport {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private UUID countyId;
    private UUID townshipId;
    private LocalDate period;

    @Enumerated(EnumType.STRING)
    private ReportStatus status;

    private Instant statusSince;
    private String statusByName;
    private int submissions;
    private int corrections;
    private @Nullable Instant firstSubmittedAt;

    @Embedded
    private ReportDraft draft;

    private Instant savedAt;
    private String savedByName;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected MonthlyReport() {}

    /** An empty report of a month that is due. */
    public MonthlyReport(UUID countyId, UUID townshipId, Period period, CurrentUser opener, Instant now) {
        this.id = Ids.next();
        this.countyId = countyId;
        this.townshipId = townshipId;
        this.period = period.key();
        this.status = ReportStatus.DRAFT;
        this.statusSince = now;
        this.statusByName = opener.displayName();
        this.draft = ReportDraft.empty();
        this.savedAt = now;
        this.savedByName = opener.displayName();
    }

    /** @throws StaleVersion when the report changed since the page with this version was opened */
    public void mustBeAt(long seenVersion) {
        if (changes() != seenVersion) {
            throw new StaleVersion();
        }
    }

    /**
     * Takes over typed figures; an indicator that is missing here was emptied.
     *
     * @param open fields that may change
     * @throws org.xuanpai.progress.FieldNotOpen when another one would change
     */
    public void enterFigures(Map<String, BigDecimal> typed, OpenFields open) {
        step(ReportAction.ENTER);
        Set<String> touched = new TreeSet<>(draft.figures().keySet());
        touched.addAll(typed.keySet());
        for (String code : touched) {
            draft.enter(this, code, typed.get(code), open);
        }
    }

    /** Writes the note on what lags behind the year. */
    public void writeBehindNote(String text, OpenFields open) {
        step(ReportAction.ENTER);
        draft.write(this, TextField.BEHIND_NOTE, text, open);
    }

    /** Says why a figure is right although a rule wonders at it, or takes that back. */
    public void writeReason(ReasonKey about, String text, OpenFields open) {
        step(ReportAction.ENTER);
        draft.explain(this, about, text, open);
    }

    /** Writes the First Secretary's part for them; an earlier confirmation of another text is void. */
    public void writeOwnPart(@Nullable Integer days, String text, OpenFields open) {
        step(ReportAction.ENTER);
        mustFit(days);
        draft.writeOwnPart(this, days, text, open);
    }

    /**
     * The First Secretary writes and confirms the own part.
     *
     * @throws OwnPartEmpty when nothing is written
     */
    public void confirmOwnPart(
            @Nullable Integer days, String text, OpenFields open, CurrentUser firstSecretary, Instant now) {
        step(ReportAction.CONFIRM_OWN_PART);
        if (text.isBlank()) {
            throw new OwnPartEmpty();
        }
        if (!draft.isOwnPartConfirmed()) {
            open.mustInclude(ReportField.OWN_PART);
        }
        mustFit(days);
        draft.writeOwnPart(this, days, text, open);
        draft.confirmOwnPart(firstSecretary, now);
    }

    private void mustFit(@Nullable Integer days) {
        if (days != null && (days < 0 || days > period().days())) {
            throw new DaysBeyondPeriod(period().days());
        }
    }

    /**
     * The Party secretary writes the own part, and why the First Secretary cannot confirm where that is so.
     *
     * @throws org.xuanpai.progress.OwnPartConfirmed when the First Secretary did confirm
     */
    public void writePartyPart(String text, String absenceReason, OpenFields open) {
        step(ReportAction.WRITE_PARTY_PART);
        draft.write(this, TextField.PARTY_PART, text, open);
        draft.recordAbsence(this, absenceReason, open);
    }

    /** Says who saved last; raises the version, so that another open page becomes stale. */
    public void saved(CurrentUser user, Instant now) {
        savedAt = now;
        savedByName = user.displayName();
    }

    /** Hands the report in. The copy that freezes it is made by the caller in the same transaction. */
    public void submit(CurrentUser user, Instant now) {
        status = step(ReportAction.SUBMIT);
        statusSince = now;
        statusByName = user.displayName();
        submissions++;
        if (firstSubmittedAt == null) {
            firstSubmittedAt = now;
        }
    }

    /** Sends it back to the township. */
    public void sendBack(CurrentUser reviewer, Instant now) {
        status = step(ReportAction.SEND_BACK);
        statusSince = now;
        statusByName = reviewer.displayName();
    }

    /** Accepts it. */
    public void approve(CurrentUser reviewer, Instant now) {
        status = step(ReportAction.APPROVE);
        statusSince = now;
        statusByName = reviewer.displayName();
    }

    /** Closes it with its month. */
    public void lock(CurrentUser organizer, Instant now) {
        status = step(ReportAction.LOCK);
        statusSince = now;
        statusByName = organizer.displayName();
    }

    /** Takes it out of a closed month; the second person has confirmed that, which the caller has stored before. */
    public void reopen(CurrentUser second, Instant now) {
        status = step(ReportAction.REOPEN);
        statusSince = now;
        statusByName = second.displayName();
    }

    /** Makes room for the copy with a corrected figure, which the caller makes in the same transaction. */
    public void correct() {
        status = step(ReportAction.CORRECT);
        submissions++;
        corrections++;
    }

    /** The status after the action. */
    private ReportStatus step(ReportAction action) {
        return status.after(action).orElseThrow(() -> new StepNotPossible(status));
    }

    public UUID id() {
        return id;
    }

    /**
     * Counts the changes since the report was opened; 0 for a new one. Not called {@code version()}: Spring Data would take that
     * for the property and a new report for a stored one.
     */
    public long changes() {
        return version == null ? 0 : version;
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

    public ReportStatus status() {
        return status;
    }

    /** Whether it came to its status after a moment. */
    public boolean isSince(Instant moment) {
        return statusSince.isAfter(moment);
    }

    /** The number of the latest copy, corrections included. */
    public int submissions() {
        return submissions;
    }

    /** What the township typed so far; read by nobody else. */
    public ReportDraft draft() {
        return draft;
    }
}
