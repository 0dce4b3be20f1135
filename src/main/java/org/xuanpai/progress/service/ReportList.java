package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.division.Shape;
import org.xuanpai.progress.FieldShare;
import org.xuanpai.progress.ReportStanding;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Permission;

/**
 * A list of due months.
 *
 * @param month the month whose townships are listed; {@code null} for a township's own months
 * @param shares how much of each report was typed, by {@link #key}
 * @param months the months to choose from, newest first; empty for a township's own list
 * @param shape in which shape of the land
 * @param now today's township where it has another name than the row's, in today's shape
 */
public record ReportList(
        CurrentUser reader,
        @Nullable Period month,
        List<ReportStanding> rows,
        List<Period> months,
        Map<String, FieldShare> shares,
        Shape shape,
        Map<UUID, String> now) {

    /** Under which a report's share stands. */
    static String key(UUID township, Period period) {
        return township + " " + period;
    }

    /** How much of the latest copy was typed; {@code null} while nothing was handed in, and for copies of before it was counted. */
    public @Nullable FieldShare share(ReportStanding row) {
        return shares.get(key(row.townshipId(), row.period()));
    }

    /** {@link FieldShare#percent} of {@link #share}. */
    public @Nullable BigDecimal carried(ReportStanding row) {
        FieldShare share = share(row);
        return share == null ? null : share.percent();
    }

    /** Whether the townships stand under those of today. */
    public boolean isToday() {
        return shape == Shape.TODAY;
    }

    /** Under which name the row's township goes today, in today's shape. */
    String today(ReportStanding row) {
        return now.getOrDefault(row.townshipId(), row.township());
    }

    /** Rows whose first submission is missing though the deadline passed. */
    public long missing() {
        return rows.stream().filter(ReportStanding::isMissing).count();
    }

    /** Message key of what the reader does with a report. */
    public String actionKey(ReportStanding row) {
        if (row.isWithTownship() && reader.may(Permission.ENTER_REPORTS)) {
            return "progress.list.open.fill";
        }
        return row.isWithTownship() && reader.may(Permission.CONFIRM_OWN_PART)
                ? "progress.list.open.own"
                : "progress.list.open.look";
    }

    /** The month before; {@code null} when none is offered. */
    public @Nullable Period previous() {
        return month == null || month.compareTo(months.get(months.size() - 1)) <= 0 ? null : month.previous();
    }

    /** The month after; {@code null} when it is not over. */
    public @Nullable Period next() {
        return month == null || month.compareTo(months.get(0)) >= 0 ? null : month.next();
    }
}
