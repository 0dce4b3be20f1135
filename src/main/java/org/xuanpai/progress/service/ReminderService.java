package org.xuanpai.progress.service;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
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
    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final Clock clock;

    ReminderService(ReportListQueries lists, ReportTimes times, JdbcClient jdbc, AuditTrail trail, Clock clock) {
        this.lists = lists;
        this.times = times;
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
        return remind(user, period, late(user, period));
    }

    /**
     * Reminds one late township of the month, unless it was reminded on this working day.
     *
     * @return whether it was reminded
     */
    @MayReviewReports
    public boolean remindOne(CurrentUser user, UUID township, Period period) {
        List<ReportStanding> late = late(user, period).stream()
                .filter(standing -> standing.townshipId().equals(township))
                .toList();
        return remind(user, period, late) > 0;
    }

    private List<ReportStanding> late(CurrentUser user, Period period) {
        return lists.list(user, Optional.of(period)).rows().stream()
                .filter(ReportStanding::isToChase)
                .toList();
    }

    private int remind(CurrentUser user, Period period, List<ReportStanding> late) {
        Set<UUID> first = late.isEmpty() ? Set.of() : insert(user, late, period, clock.instant());
        List<String> reminded = late.stream()
                .filter(standing -> first.contains(standing.townshipId()))
                .map(ReportStanding::township)
                .toList();
        if (!reminded.isEmpty()) {
            trail.record(TrailEvent.of("report.reminded", period.toString(), period)
                    .with("count", reminded.size())
                    .with("townships", String.join(" · ", reminded)));
        }
        return reminded.size();
    }

    /** The townships for which this is the working day's first reminder. */
    private Set<UUID> insert(CurrentUser user, List<ReportStanding> late, Period period, Instant now) {
        UUID[] townships = late.stream().map(ReportStanding::townshipId).toArray(UUID[]::new);
        return new HashSet<>(jdbc.sql("""
                        insert into report_reminder (id, county_id, township_id, period, working_day, sent_by, sent_by_name, sent_at)
                        select n.id, d.county_id, d.id, :period, :day, :by, :name, :at
                        from unnest(cast(:ids as uuid[]), cast(:late as uuid[])) as n (id, township_id)
                        join division d on d.id = n.township_id
                        where d.county_id = any (cast(:counties as uuid[])) or d.id = any (cast(:townships as uuid[]))
                        on conflict on constraint report_reminder_once_a_day do nothing
                        returning township_id
                        """)
                .param("ids", late.stream().map(one -> Ids.next()).toArray(UUID[]::new))
                .param("late", townships)
                .param("period", period.key())
                .param("day", times.workingDayOf(now))
                .param("by", user.accountId())
                .param("name", user.displayName())
                .param("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("counties", user.scope().countyArray())
                .param("townships", user.scope().townshipArray())
                .query(UUID.class)
                .list());
    }
}
