package org.xuanpai.progress.check.service;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.division.TownshipView;
import org.xuanpai.progress.check.CheckRules;
import org.xuanpai.progress.check.CheckSheet;
import org.xuanpai.progress.check.Checks;
import org.xuanpai.progress.check.EarlierMonths;
import org.xuanpai.shared.OpenToAll;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/** Reads the rules of a month and the months before it. */
@Service
@Transactional(readOnly = true)
class MonthSheets implements Checks {

    /** As far as any band looks back; see {@link org.xuanpai.progress.check.Parameter#WINDOW}. */
    private static final int MONTHS = 36;

    private static final String RULES = """
            select r.* from check_rule r
            where (r.county_id is null or r.county_id = :county and r.confirmed_at <= coalesce(cast(:asOf as timestamptz), 'infinity'))
              and r.valid_from <= :month and (r.valid_to is null or r.valid_to > :month)
            order by r.county_id is null, r.indicator_code is null, r.valid_from desc, r.confirmed_at desc, r.id desc
            """;

    // what counted at the moment: the latest copy of each month by then
    private static final String EARLIER = """
            select c.period, f.indicator_code, f.month_value, f.cumulative
            from submitted_copy c join submitted_figure f on f.copy_id = c.id
            where c.township_id = :township and c.period >= :first and c.period < :month
              and c.number = (select max(n.number) from submitted_copy n
                              where n.report_id = c.report_id
                                and n.submitted_at <= coalesce(cast(:asOf as timestamptz), 'infinity'))
              and (c.county_id = any (cast(:counties as uuid[])) or c.township_id = any (cast(:townships as uuid[])))
            """;

    private final JdbcClient jdbc;

    MonthSheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @OpenToAll("called inside the reports' permitted use cases; rows by scope")
    public CheckSheet sheet(Scope scope, TownshipView township, Period period, @Nullable Instant asOf) {
        return new CheckSheet(
                period, rules(township.countyId(), period, asOf), earlier(scope, township.id(), period, asOf));
    }

    private CheckRules rules(UUID county, Period period, @Nullable Instant asOf) {
        return new CheckRules(jdbc.sql(RULES)
                .param("county", county)
                .param("month", period.key())
                .param("asOf", asOf == null ? null : asOf.atOffset(ZoneOffset.UTC))
                .query((row, n) -> RuleRows.rule(row))
                .list());
    }

    private EarlierMonths earlier(Scope scope, UUID township, Period period, @Nullable Instant asOf) {
        EarlierMonths earlier = new EarlierMonths();
        jdbc.sql(EARLIER)
                .param("township", township)
                .param("first", period.key().minusMonths(MONTHS))
                .param("month", period.key())
                .param("asOf", asOf == null ? null : asOf.atOffset(ZoneOffset.UTC))
                .param("counties", scope.countyArray())
                .param("townships", scope.townshipArray())
                .query(row -> {
                    earlier.with(
                            row.getString("indicator_code"),
                            Period.containing(row.getObject("period", LocalDate.class)),
                            row.getBigDecimal("month_value"),
                            row.getBigDecimal("cumulative"));
                });
        return earlier;
    }
}
