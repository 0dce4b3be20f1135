package org.xuanpai.progress.service;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.TownshipView;
import org.xuanpai.progress.MayReviewReports;
import org.xuanpai.progress.ReportStanding;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Period;

/** Reminds townships that are late, and only them; their home pages show it. Once a working day is enough. */
@Service
@Transactional
public class ReminderService {

    private final ReportListQueries lists;
    private final ReportTimes times;
    private final Divisions divisions;
    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final Clock clock;

    ReminderService(
            ReportListQueries lists,
            ReportTimes times,
            Divisions divisions,
            JdbcClient jdbc,
            AuditTrail trail,
            Clock clock) {
        this.lists = lists;
        this.times = times;
        this.divisions = divisions;
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Reminds every late township of the month that was not reminded on this working day.
     *
     * @return how many were reminded
     */
    @MayReviewReports
    public int remind(CurrentUser user, Period period) {
        Instant now = clock.instant();
        List<String> reminded = new ArrayList<>();
        for (ReportStanding late : lists.list(user, Optional.of(period)).rows()) {
            if (late.isToChase() && insert(user, late, period, now)) {
                reminded.add(late.township());
            }
        }
        if (!reminded.isEmpty()) {
            trail.record(TrailEvent.of("report.reminded", period.toString(), period)
                    .with("count", reminded.size())
                    .with("townships", String.join(" · ", reminded)));
        }
        return reminded.size();
    }

    /** Whether this is the working day's first reminder. */
    private boolean insert(CurrentUser user, ReportStanding late, Period period, Instant now) {
        Optional<TownshipView> township = divisions.township(user.scope(), late.townshipId());
        return township.isPresent()
                && jdbc.sql("""
                                insert into report_reminder (id, county_id, township_id, period, working_day, sent_by,
                                                             sent_by_name, sent_at)
                                values (:id, :county, :township, :period, :day, :by, :name, :at)
                                on conflict on constraint report_reminder_once_a_day do nothing
                                """)
                                .param("id", Ids.next())
                                .param("county", township.get().countyId())
                                .param("township", late.townshipId())
                                .param("period", period.key())
                                .param("day", times.workingDayOf(now))
                                .param("by", user.accountId())
                                .param("name", user.displayName())
                                .param("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                                .update()
                        == 1;
    }
}
