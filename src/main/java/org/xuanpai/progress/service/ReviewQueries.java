package org.xuanpai.progress.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.calendar.Deadline;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.TownshipView;
import org.xuanpai.progress.MayReviewReports;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.progress.check.Findings;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Period;

/** What waits for a review, and one copy beside the one before it. A fixed number of queries each. */
@Service
@Transactional(readOnly = true)
public class ReviewQueries {

    private static final String QUEUE = """
            select r.township_id, r.period, r.submissions, r.status_since, r.status_by_name, c.submitted_by
            from monthly_report r join submitted_copy c on c.report_id = r.id and c.number = r.submissions
            where r.status = 'SUBMITTED'
              and (r.county_id = any (cast(:counties as uuid[])) or r.township_id = any (cast(:townships as uuid[])))
            order by r.status_since, r.id
            """;

    private final JdbcClient jdbc;
    private final StoredReports stored;
    private final FigureChanges figures;
    private final ReportChecks checks;
    private final Divisions divisions;
    private final ReportTimes times;

    ReviewQueries(
            JdbcClient jdbc,
            StoredReports stored,
            FigureChanges figures,
            ReportChecks checks,
            Divisions divisions,
            ReportTimes times) {
        this.jdbc = jdbc;
        this.stored = stored;
        this.figures = figures;
        this.checks = checks;
        this.divisions = divisions;
        this.times = times;
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
        return waiting.stream()
                .map(one -> new QueueRow(
                        one.township(),
                        names.getOrDefault(one.township(), ""),
                        one.period(),
                        one.number(),
                        one.byName(),
                        one.submittedBy().equals(user.accountId()),
                        one.since(),
                        Objects.requireNonNull(
                                times.due(ReportStatus.SUBMITTED, one.since(), times.deadline(one.period())))))
                .toList();
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
        List<ReviewPage.FigureChange> changes =
                figures.of(user.scope(), townshipId, period, report.id(), number, notes);
        return new ReviewPage(
                township,
                period,
                status,
                number,
                copy.byName(),
                copy.at(),
                before.map(StoredReports.Copy::at).orElse(null),
                copy.by().equals(user.accountId()),
                times.isLate(deadline, report.head().firstSubmittedAt()),
                times.due(status, report.head().statusSince(), deadline),
                asked,
                changes,
                TextChanges.between(before.map(StoredReports.Copy::texts).orElse(null), copy.texts(), notes),
                findings(user, township, period, report, changes),
                stored.history(report.id()),
                queue(user));
    }

    /** Of what was frozen, as the township saw it when it handed the copy in. */
    private Findings findings(
            CurrentUser user,
            TownshipView township,
            Period period,
            StoredReports.Stored report,
            List<ReviewPage.FigureChange> changes) {
        Map<String, FigureTable.Line> lines = changes.stream()
                .collect(Collectors.toMap(ReviewPage.FigureChange::field, change -> FigureTable.Line.of(change.now())));
        FiguresOfMonth figures = new FiguresOfMonth(
                changes.stream().map(ReviewPage.FigureChange::indicator).toList(),
                Set.of(),
                indicator -> Objects.requireNonNull(lines.get(indicator.code())));
        return checks.shown(user.scope(), township, period, report, false, figures, Set.of())
                .findings();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getObject("township_id", UUID.class),
                Period.containing(row.getObject("period", LocalDate.class)),
                row.getInt("submissions"),
                row.getString("status_by_name"),
                row.getObject("submitted_by", UUID.class),
                row.getObject("status_since", OffsetDateTime.class).toInstant());
    }

    private record Waiting(UUID township, Period period, int number, String byName, UUID submittedBy, Instant since) {}
}
