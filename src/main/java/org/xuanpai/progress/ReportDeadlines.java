package org.xuanpai.progress;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xuanpai.calendar.Deadline;
import org.xuanpai.division.TownshipView;
import org.xuanpai.shared.Period;

/** When reports are late and until when whoever holds one has it, for other features; the same everywhere. */
public interface ReportDeadlines {

    /** When the month must have been handed in. */
    Deadline deadline(Period period);

    /** Late is judged by the first complete submission; a month that was never handed in is late once its deadline passed. */
    boolean isLate(Deadline deadline, @Nullable Instant firstSubmitted);

    /** Until when whoever holds the report has it; {@code null} when nothing is to be done any more. */
    @Nullable
    Due due(@Nullable ReportStatus status, @Nullable Instant since, Deadline deadline);

    /**
     * Where a due report stands.
     *
     * @param stored {@code null} while nobody has begun; such a month is with the township since it was over
     */
    ReportStanding standing(TownshipView township, Period period, ReportStanding.@Nullable Stored stored);

    /** The day of an instant when people work then, otherwise the next working day; a late report is reminded once on each. */
    LocalDate workingDayOf(Instant instant);
}
