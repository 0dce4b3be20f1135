package org.xuanpai.progress.check.service;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.progress.check.CheckRule;
import org.xuanpai.shared.Period;

/**
 * A rule as it stands: shipped, proposed, or in force for some months.
 *
 * @param indicator what it is about; {@code null} for every indicator
 * @param other what that is compared with
 * @param shipped whether it comes with the installation
 * @param from the first month judged by it
 * @param until the last one; {@code null} for until further notice
 * @param proposedBy {@code null} for what is shipped
 * @param confirmedByName {@code null} while it waits, and for what is shipped
 */
public record RuleRow(
        UUID id,
        CheckRule rule,
        @Nullable IndicatorView indicator,
        @Nullable IndicatorView other,
        boolean shipped,
        Period from,
        @Nullable Period until,
        String reason,
        @Nullable UUID proposedBy,
        @Nullable String proposedByName,
        @Nullable Instant proposedAt,
        @Nullable String confirmedByName,
        @Nullable Instant confirmedAt) {

    /** Whether a second person is still to confirm it. */
    public boolean waits() {
        return !shipped && confirmedAt == null;
    }

    public boolean isFrom(UUID account) {
        return account.equals(proposedBy);
    }

    boolean covers(Period month) {
        return from.compareTo(month) <= 0 && (until == null || until.compareTo(month) >= 0);
    }

    /** Whether the two are about the same, so that only one of them counts. */
    boolean isLike(RuleRow that) {
        return rule.kind() == that.rule.kind()
                && Objects.equals(rule.indicator(), that.rule.indicator())
                && Objects.equals(rule.other(), that.rule.other());
    }

    /** Its parameters in the order of {@link org.xuanpai.progress.check.Parameter}, as arguments of its text. */
    public Object[] settings() {
        return rule.parameters().values().toArray();
    }

    /** The code of its indicator for addresses; empty for every indicator. */
    public String indicatorCode() {
        return Objects.requireNonNullElse(rule.indicator(), "");
    }
}
