package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xuanpai.calendar.Deadline;
import org.xuanpai.division.TownshipView;
import org.xuanpai.industry.IndicatorSection;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.TypedValue;
import org.xuanpai.progress.Light;
import org.xuanpai.progress.OpenFields;
import org.xuanpai.progress.ReportAction;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;

/**
 * A month of a township as one page shows it: the township's working state for the township, the frozen copy for the county.
 *
 * @param status {@code null} while nobody has begun
 * @param version of the working state; {@link OpenReports#NOT_BEGUN} while nobody has begun
 * @param copyNumber the copy shown; 0 for the working state
 * @param sections figures in the order of the form
 * @param returned the reason and marks of the latest return, while the report is returned
 */
public record ReportPage(
        CurrentUser reader,
        TownshipView township,
        Period period,
        @Nullable ReportStatus status,
        long version,
        int copyNumber,
        Head head,
        Deadline deadline,
        List<Section> sections,
        Texts texts,
        Optional<Returned> returned,
        List<HistoryItem> history) {

    /** Whether this reader may do this now. */
    public boolean may(ReportAction action) {
        ReportStatus at = status == null ? ReportStatus.DRAFT : status;
        return reader.may(action.permission()) && at.allows(action);
    }

    public boolean mayEnter() {
        return may(ReportAction.ENTER);
    }

    public boolean mayWritePartyPart() {
        return may(ReportAction.WRITE_PARTY_PART);
    }

    public boolean mayConfirmOwnPart() {
        return may(ReportAction.CONFIRM_OWN_PART);
    }

    public boolean maySubmit() {
        return may(ReportAction.SUBMIT);
    }

    /** Whether a field is open, after a return with marks. */
    public boolean isOpen(String field) {
        return returned.map(Returned::fields).orElse(OpenFields.all()).includes(field);
    }

    /** The reviewer's note at a field; empty when it is not marked. */
    public Optional<String> note(String field) {
        return returned.map(Returned::notes).map(notes -> notes.get(field));
    }

    /** Whether anything is there to show. */
    public boolean isBegun() {
        return status != null;
    }

    /** Every line of every section. */
    public List<Line> lines() {
        return sections.stream().flatMap(section -> section.lines().stream()).toList();
    }

    /**
     * Who has it, and what was saved when.
     *
     * @param statusSince since when the report stands where it stands
     * @param statusByName who brought it there
     */
    public record Head(
            @Nullable Instant statusSince,
            String statusByName,
            int submissions,
            @Nullable Instant firstSubmittedAt,
            @Nullable Instant savedAt,
            String savedByName) {}

    /** A group of the form. */
    public record Section(IndicatorSection section, List<Line> lines) {}

    /**
     * One indicator; what is not known is {@code null} and shown as a dash.
     *
     * @param required whether the report cannot be submitted without it
     */
    public record Line(
            IndicatorView indicator,
            @Nullable BigDecimal typed,
            @Nullable BigDecimal previousMonth,
            @Nullable BigDecimal monthValue,
            @Nullable BigDecimal cumulative,
            @Nullable BigDecimal lastYear,
            @Nullable BigDecimal growth,
            @Nullable BigDecimal yearlyTarget,
            @Nullable BigDecimal completion,
            Light light,
            boolean required) {

        public boolean isCumulativeTyped() {
            return indicator.isFlow() && indicator.typed() == TypedValue.CUMULATIVE;
        }
    }

    /** The texts of a report. */
    public record Texts(
            @Nullable Integer daysOnSite,
            String achievements,
            String absence,
            String confirmedByName,
            @Nullable Instant confirmedAt,
            String partyPart,
            String behindNote) {}

    /** What the county asked for. */
    public record Returned(
            String reason, String reviewerName, Instant at, Map<String, String> notes, OpenFields fields) {}

    /**
     * A step that was taken.
     *
     * @param kind {@code SUBMITTED}, {@code RETURNED} or {@code APPROVED}
     * @param number the copy it was about
     */
    public record HistoryItem(String kind, int number, String byName, Instant at, String reason) {}
}
