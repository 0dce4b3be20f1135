package org.xuanpai.progress.service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.account.Organizers;
import org.xuanpai.account.Organizers.Organizer;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.platform.Constraint;
import org.xuanpai.progress.MayReviewReports;
import org.xuanpai.progress.StandInRefused;
import org.xuanpai.progress.StandInRefused.Why;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.NotFound;

/** An organizer who is away names another one for some days. Rights do not move: both may review; the review names both. */
@Service
@Transactional
public class StandInService {

    private static final int LONGEST_DAYS = 92;

    private final JdbcClient jdbc;
    private final Organizers organizers;
    private final StandIns standIns;
    private final AuditTrail trail;
    private final Clock clock;

    StandInService(JdbcClient jdbc, Organizers organizers, StandIns standIns, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.organizers = organizers;
        this.standIns = standIns;
        this.trail = trail;
        this.clock = clock;
    }

    /** Who stands in for whom, today and later. */
    @MayReviewReports
    @Transactional(readOnly = true)
    public StandInView view(CurrentUser user) {
        LocalDate today = LocalDate.now(clock);
        List<StandInView.Row> rows = jdbc.sql("""
                        select id, away_id, away_name, stand_in_name, first_day, last_day from review_stand_in
                        where ended_at is null and last_day >= :today and county_id = any (cast(:counties as uuid[]))
                        order by first_day, id
                        """)
                .param("today", today)
                .param("counties", user.scope().countyArray())
                .query((row, n) -> new StandInView.Row(
                        row.getObject("id", UUID.class),
                        row.getString("away_name"),
                        row.getString("stand_in_name"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        !row.getObject("first_day", LocalDate.class).isAfter(today),
                        user.accountId().equals(row.getObject("away_id", UUID.class))))
                .list();
        return new StandInView(
                rows,
                colleagues(user).stream()
                        .map(one -> new StandInView.Colleague(one.accountId(), one.name()))
                        .toList(),
                standIns.of(user));
    }

    /**
     * Names a stand-in for the days the acting organizer is away.
     *
     * @throws StandInRefused when the person or the days do not fit
     */
    @MayReviewReports
    public void name(CurrentUser user, UUID colleague, LocalDate first, LocalDate last) {
        Organizer standIn = colleagues(user).stream()
                .filter(one -> one.accountId().equals(colleague))
                .findFirst()
                .orElseThrow(() -> new StandInRefused(Why.PERSON));
        if (last.isBefore(first) || last.isBefore(LocalDate.now(clock)) || last.isAfter(first.plusDays(LONGEST_DAYS))) {
            throw new StandInRefused(Why.DAYS);
        }
        UUID id = Ids.next();
        try {
            insert(user, id, standIn, first, last);
        } catch (DataIntegrityViolationException overlapping) {
            throw Constraint.isBroken("review_stand_in_one_at_a_time", overlapping)
                    ? new StandInRefused(Why.OVERLAP)
                    : overlapping;
        }
        trail.record(TrailEvent.of("review.standInNamed", standIn.name(), id)
                .with("standsInFor", user.displayName())
                .with("from", first)
                .with("until", last));
    }

    /** Ends a stand-in before its last day; only whoever named it can. */
    @MayReviewReports
    public void end(CurrentUser user, UUID id) {
        int ended = jdbc.sql("""
                        update review_stand_in set ended_at = :now
                        where id = :id and away_id = :me and ended_at is null and county_id = any (cast(:counties as uuid[]))
                        """)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("id", id)
                .param("me", user.accountId())
                .param("counties", user.scope().countyArray())
                .update();
        if (ended == 0) {
            throw new NotFound();
        }
        trail.record(TrailEvent.of("review.standInEnded", user.displayName(), id));
    }

    private void insert(CurrentUser user, UUID id, Organizer standIn, LocalDate first, LocalDate last) {
        jdbc.sql("""
                        insert into review_stand_in (id, county_id, away_id, away_name, stand_in_id, stand_in_name, first_day,
                                                     last_day, named_at)
                        values (:id, :county, :me, :name, :standIn, :standInName, :first, :last, :now)
                        """)
                .param("id", id)
                .param("county", standIn.countyId())
                .param("me", user.accountId())
                .param("name", user.displayName())
                .param("standIn", standIn.accountId())
                .param("standInName", standIn.name())
                .param("first", first)
                .param("last", last)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    private List<Organizer> colleagues(CurrentUser user) {
        return organizers.of(user.scope()).stream()
                .filter(one -> !one.accountId().equals(user.accountId()))
                .toList();
    }
}
