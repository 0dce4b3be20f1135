package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.progress.MayProposeCorrections;
import org.xuanpai.progress.MayReadReports;
import org.xuanpai.progress.service.CorrectedFigures.CopyOf;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Period;

/** What the rules of the checks say to a correction before it counts (decision 18). */
@Service
@Transactional(readOnly = true)
public class CorrectionQueries {

    private static final String LATEST = """
            select r.id, r.county_id, r.township_id, r.period, r.submissions, x.indicator_code, x.new_value
            from monthly_report r
            left join figure_correction x on x.report_id = r.id and x.confirmed_at is null and x.withdrawn_at is null
            where r.township_id = :township and r.period = :period and r.submissions > 0
              and (r.county_id = any (cast(:counties as uuid[])) or r.township_id = any (cast(:townships as uuid[])))
            """;

    private final JdbcClient jdbc;
    private final CorrectedFigures figures;

    CorrectionQueries(JdbcClient jdbc, CorrectedFigures figures) {
        this.jdbc = jdbc;
        this.figures = figures;
    }

    /** The correction of a report that waits for its second person; empty while none does. */
    @MayReadReports
    public Optional<CorrectionReview> waiting(CurrentUser user, UUID township, Period period) {
        return latest(user, township, period)
                .flatMap(latest -> latest.proposal()
                        .map(proposal -> figures.of(user.scope(), latest.copy(), proposal.code(), proposal.value())
                                .review()));
    }

    /**
     * A correction that somebody is about to propose.
     *
     * @throws org.xuanpai.progress.FigureNotReported when the report has no such figure
     * @throws org.xuanpai.progress.FigureNotTyped when the county issues it
     * @throws org.xuanpai.progress.FigureRefused when the value does not fit its indicator
     * @throws org.xuanpai.progress.GreaterThanWhole when a part would be greater than its whole
     */
    @MayProposeCorrections
    public CorrectionReview about(
            CurrentUser user, UUID township, Period period, String indicatorCode, BigDecimal value) {
        CopyOf copy = latest(user, township, period).orElseThrow(NotFound::new).copy();
        CorrectedFigures.Corrected corrected = figures.of(user.scope(), copy, indicatorCode, value);
        corrected.mustBeTyped();
        corrected.mustFit();
        return corrected.review();
    }

    private Optional<Latest> latest(CurrentUser user, UUID township, Period period) {
        return jdbc.sql(LATEST)
                .param("township", township)
                .param("period", period.key())
                .param("counties", user.scope().countyArray())
                .param("townships", user.scope().townshipArray())
                .query((row, n) -> new Latest(
                        new CopyOf(
                                row.getObject("id", UUID.class),
                                row.getObject("county_id", UUID.class),
                                row.getObject("township_id", UUID.class),
                                Period.containing(row.getObject("period", LocalDate.class)),
                                row.getInt("submissions")),
                        proposed(row)))
                .optional();
    }

    private static Optional<Proposed> proposed(ResultSet row) throws SQLException {
        String code = row.getString("indicator_code");
        return code == null ? Optional.empty() : Optional.of(new Proposed(code, row.getBigDecimal("new_value")));
    }

    private record Latest(CopyOf copy, Optional<Proposed> proposal) {}

    private record Proposed(String code, BigDecimal value) {}
}
