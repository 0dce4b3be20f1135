package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.division.TownshipView;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.progress.CopyKind;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Permission;

/**
 * The numbered copies of a report, newest first, with what each changed; what followed from other months; the correction that
 * waits for its second person.
 *
 * @param otherwise figures of the latest copy that read otherwise because the county has issued others since
 * @param figures the figures of the latest copy in the order of the form, which a correction can be about
 */
public record VersionsPage(
        CurrentUser reader,
        TownshipView township,
        Period period,
        @Nullable ReportStatus status,
        List<Version> versions,
        List<Follow> follows,
        List<ReportPage.Line> otherwise,
        Optional<Proposal> proposal,
        List<Figure> figures) {

    public boolean mayPropose() {
        return reader.may(Permission.PROPOSE_CORRECTIONS)
                && status == ReportStatus.APPROVED
                && proposal.isEmpty()
                && !figures.isEmpty();
    }

    public boolean mayConfirm() {
        return reader.may(Permission.CONFIRM_CORRECTIONS)
                && status == ReportStatus.APPROVED
                && proposal.isPresent()
                && !proposal.get().own();
    }

    public boolean mayWithdraw() {
        return reader.may(Permission.PROPOSE_CORRECTIONS) && proposal.isPresent();
    }

    /** Whether the reader could propose if the month were not locked. */
    /** Whether the reader reopens months. */
    public boolean mayReopen() {
        return reader.may(Permission.CLOSE_MONTHS);
    }

    public boolean isClosedForCorrections() {
        return status == ReportStatus.LOCKED;
    }

    /** The figure with the code, if the report has it. */
    public Optional<Figure> figure(String code) {
        return figures.stream()
                .filter(figure -> figure.indicator().code().equals(code))
                .findFirst();
    }

    /** A copy; {@code proposedByName} and {@code note} are empty unless it is a correction. */
    public record Version(
            int number,
            CopyKind kind,
            String byName,
            Instant at,
            String proposedByName,
            String note,
            List<Change> changes) {

        public boolean isCorrection() {
            return kind == CopyKind.CORRECTION;
        }
    }

    /** A figure that differs from the copy before. */
    public record Change(
            IndicatorView indicator,
            @Nullable BigDecimal before,
            @Nullable BigDecimal now) {}

    /**
     * Derived values that followed a change of another month.
     *
     * @param corrected whether that one was corrected, or handed in again or late
     * @param values each value then and now, by the message key of its column
     */
    public record Follow(
            IndicatorView indicator, Period cause, boolean corrected, Instant at, Map<String, Values> values) {

        /** The message that says which change that was. */
        public String key() {
            return corrected ? "progress.followed" : "progress.followed.report";
        }
    }

    /** A value then and now. */
    public record Values(
            @Nullable BigDecimal before, @Nullable BigDecimal now) {}

    /** A correction that waits; {@code own} when the reader proposed it, who then cannot confirm it. */
    public record Proposal(
            UUID id,
            IndicatorView indicator,
            BigDecimal oldValue,
            BigDecimal newValue,
            String note,
            String proposedByName,
            Instant proposedAt,
            boolean own) {}

    /** A figure as it stands. */
    public record Figure(IndicatorView indicator, BigDecimal value) {}
}
