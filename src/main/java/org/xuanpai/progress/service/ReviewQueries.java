package org.xuanpai.progress.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.calendar.Deadline;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.TownshipView;
import org.xuanpai.progress.MayReviewReports;
import org.xuanpai.progress.OpenPoint;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.progress.check.Findings;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/** What waits for a review, and one copy beside the one before it. A fixed number of queries each. */
@Service
@Transactional(readOnly = true)
public class ReviewQueries {

    private static final String QUEUE = """
            select r.township_id, r.period, r.submissions, r.status_since, r.status_by_name, took_part(r.id) as own, c.id as copy_id
            from monthly_report r join submitted_copy c on c.report_id = r.id and c.number = r.submissions
            where r.status = 'SUBMITTED'
              and (r.county_id = any (cast(:counties as uuid[])) or r.township_id = any (cast(:townships as uuid[])))
            order by r.status_since, r.id
            """;

    private static final String PROPOSALS = """
            select true as correction, x.township_id, d.name as township, x.period, x.proposed_by, x.proposed_by_name, x.proposed_at
            from figure_correction x join division d on d.id = x.township_id
            where x.confirmed_by is null and x.withdrawn_at is null and x.county_id = any (cast(:counties as uuid[]))
            union all
            select false, o.township_id, coalesce(d.name, ''), o.period, o.proposed_by, o.proposed_by_name, o.proposed_at
            from month_reopening o left join division d on d.id = o.township_id
            where o.confirmed_by is null and o.withdrawn_at is null and o.county_id = any (cast(:counties as uuid[]))
            order by proposed_at
            """;

    private final JdbcClient jdbc;
    private final StoredReports stored;
    private final FigureChanges figures;
    private final ReportChecks checks;
    private final Divisions divisions;
    private final ReportTimes times;
    private final List<OpenPoint> points;
    private final OpenObjections objections;
    private final StandIns standIns;

    ReviewQueries(
            JdbcClient jdbc,
            StoredReports stored,
            FigureChanges figures,
            ReportChecks checks,
            Divisions divisions,
            ReportTimes times,
            List<OpenPoint> points,
            OpenObjections objections,
            StandIns standIns) {
        this.jdbc = jdbc;
        this.stored = stored;
        this.figures = figures;
        this.checks = checks;
        this.divisions = divisions;
        this.times = times;
        this.points = points;
        this.objections = objections;
        this.standIns = standIns;
    }

    /** Everything that waits for the reader, in one transaction. */
    @MayReviewReports
    public ReviewQueue waiting(CurrentUser user) {
        return new ReviewQueue(queue(user), proposals(user), standIns.of(user));
    }

    /** Submitted reports of the reader's scope, the one that waits longest first. */
    @MayReviewReports
    public List<QueueRow> queue(CurrentUser user) {
        List<Waiting> waiting = jdbc.sql(QUEUE)
                .param("counties", user.scope().countyArray())
                .param("townships", user.scope().townshipArray())
                .query((row, n) -> waiting(row))
                .list();
        Map<UUID, String> names =
                divisions.names(waiting.stream().map(Waiting::township).collect(Collectors.toSet()));
        Map<UUID, List<String>> open =
                openPoints(user.scope(), waiting.stream().map(Waiting::copy).collect(Collectors.toSet()));
        return waiting.stream()
                .map(one -> new QueueRow(
                        one.township(),
                        names.getOrDefault(one.township(), ""),
                        one.period(),
                        one.number(),
                        one.byName(),
                        one.own(),
                        one.since(),
                        Objects.requireNonNull(
                                times.due(ReportStatus.SUBMITTED, one.since(), times.deadline(one.period()))),
                        open.getOrDefault(one.copy(), List.of())))
                .toList();
    }

    /** Corrections and reopenings that wait for their second person. */
    private List<ProposalRow> proposals(CurrentUser user) {
        return jdbc.sql(PROPOSALS)
                .param("counties", user.scope().countyArray())
                .query((row, n) -> proposal(user, row))
                .list();
    }

    private static ProposalRow proposal(CurrentUser user, ResultSet row) throws SQLException {
        boolean correction = row.getBoolean("correction");
        Period period = Period.containing(row.getObject("period", LocalDate.class));
        return new ProposalRow(
                correction,
                row.getString("township"),
                period,
                row.getString("proposed_by_name"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                user.accountId().equals(row.getObject("proposed_by", UUID.class)),
                correction
                        ? "/progress/" + row.getObject("township_id", UUID.class) + "/" + period + "/versions"
                        : "/progress/months/" + period);
    }

    /**
     * The latest copy of a report beside the one before it.
     *
     * @throws NotFound when the township is not in scope or has handed in nothing
     */
    @MayReviewReports
    public ReviewPage page(CurrentUser user, UUID townshipId, Period period) {
        TownshipView township =
                divisions.township(user.scope(), townshipId, period.lastDay()).orElseThrow(NotFound::new);
        StoredReports.Stored report = stored.find(user.scope(), townshipId, period, false);
        ReportStatus status = Optional.ofNullable(report.status()).orElseThrow(NotFound::new);
        int number = report.head().submissions();
        StoredReports.Copy copy = stored.copy(report.id(), number).orElseThrow(NotFound::new);
        Optional<StoredReports.Copy> before = stored.copy(report.id(), number - 1);
        Optional<AskedAgain> asked = stored.returned(report.id(), number - 1);
        Map<String, String> notes = asked.map(AskedAgain::notes).orElse(Map.of());
        Deadline deadline = times.deadline(period);
        List<ReviewPage.FigureChange> changes = figures.of(user.scope(), township, period, report.id(), number, notes);
        List<ReviewPage.TextChange> texts =
                TextChanges.between(before.map(StoredReports.Copy::texts).orElse(null), copy.texts(), notes);
        return new ReviewPage(
                township,
                period,
                status,
                number,
                copy.byName(),
                copy.at(),
                copy.share(),
                before.map(StoredReports.Copy::at).orElse(null),
                copy.own(),
                times.isLate(deadline, report.head().firstSubmittedAt()),
                times.due(status, report.head().statusSince(), deadline),
                asked,
                changes,
                texts,
                objections.of(user.scope(), townshipId, period),
                findings(user, township, period, report, changes, texts),
                stored.history(report.id()),
                queue(user));
    }

    /** Of what was frozen, as the township saw it when it handed the copy in. */
    private Findings findings(
            CurrentUser user,
            TownshipView township,
            Period period,
            StoredReports.Stored report,
            List<ReviewPage.FigureChange> changes,
            List<ReviewPage.TextChange> texts) {
        Map<String, FigureTable.Line> lines = changes.stream()
                .collect(Collectors.toMap(ReviewPage.FigureChange::field, change -> FigureTable.Line.of(change.now())));
        FiguresOfMonth figures = new FiguresOfMonth(
                changes.stream().map(ReviewPage.FigureChange::indicator).toList(),
                Set.of(),
                indicator -> Objects.requireNonNull(lines.get(indicator.code())));
        List<String> unchanged = Stream.concat(
                        changes.stream()
                                .filter(ReviewPage.FigureChange::isLeftAsItWas)
                                .map(ReviewPage.FigureChange::field),
                        texts.stream()
                                .filter(ReviewPage.TextChange::isLeftAsItWas)
                                .map(ReviewPage.TextChange::field))
                .toList();
        return checks.shown(user.scope(), township, period, report, false, figures, unchanged)
                .findings();
    }

    private Map<UUID, List<String>> openPoints(Scope scope, Set<UUID> copies) {
        Map<UUID, List<String>> open = new HashMap<>();
        for (OpenPoint point : points) {
            point.among(scope, copies)
                    .forEach(copy ->
                            open.computeIfAbsent(copy, id -> new ArrayList<>()).add(point.key()));
        }
        return open;
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getObject("township_id", UUID.class),
                Period.containing(row.getObject("period", LocalDate.class)),
                row.getInt("submissions"),
                row.getString("status_by_name"),
                row.getBoolean("own"),
                row.getObject("copy_id", UUID.class),
                row.getObject("status_since", OffsetDateTime.class).toInstant());
    }

    private record Waiting(
            UUID township, Period period, int number, String byName, boolean own, UUID copy, Instant since) {}
}
