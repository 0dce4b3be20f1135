package org.xuanpai.progress.check.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.progress.check.CheckRule;
import org.xuanpai.progress.check.MayEditChecks;
import org.xuanpai.progress.check.MayReadChecks;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;

/** The rules a county's reports are judged by. Two queries. */
@Service
@Transactional(readOnly = true)
public class RuleQueries {

    // the same order as where a month is judged
    private static final String ALL = """
            select r.* from check_rule r
            where r.withdrawn_at is null
              and (r.county_id is null
                   or r.county_id = any (cast(:counties as uuid[]))
                   or r.confirmed_at is not null
                      and r.county_id in (select d.county_id from division d where d.id = any (cast(:townships as uuid[]))))
            order by r.county_id is null, r.indicator_code is null, r.valid_from desc, r.confirmed_at desc, r.id desc
            """;

    private final JdbcClient jdbc;
    private final Indicators indicators;
    private final Clock clock;

    RuleQueries(JdbcClient jdbc, Indicators indicators, Clock clock) {
        this.jdbc = jdbc;
        this.indicators = indicators;
        this.clock = clock;
    }

    /** Rules of the reader's county; a township sees those that count. */
    @MayReadChecks
    public RuleList list(CurrentUser user) {
        return rules(user);
    }

    /** The same for whoever proposes a change. */
    @MayEditChecks
    public RuleList listToChange(CurrentUser user) {
        return rules(user);
    }

    private RuleList rules(CurrentUser user) {
        Period month = Period.latestOver(LocalDate.now(clock));
        List<IndicatorView> asked = indicators.askedIn(month);
        Map<String, IndicatorView> byCode =
                asked.stream().collect(Collectors.toMap(IndicatorView::code, Function.identity()));
        List<RuleRow> all = jdbc.sql(ALL)
                .param("counties", user.scope().countyArray())
                .param("townships", user.scope().townshipArray())
                .query((row, n) -> row(row, byCode))
                .list();
        return new RuleList(user, month, asked, all);
    }

    private static RuleRow row(ResultSet row, Map<String, IndicatorView> indicators) throws SQLException {
        CheckRule rule = RuleRows.rule(row);
        LocalDate until = row.getObject("valid_to", LocalDate.class);
        return new RuleRow(
                row.getObject("id", UUID.class),
                rule,
                rule.indicator() == null ? null : indicators.get(rule.indicator()),
                rule.other() == null ? null : indicators.get(rule.other()),
                row.getObject("county_id", UUID.class) == null,
                // what is shipped begins before the first report
                Period.containing(row.getObject("valid_from", LocalDate.class)),
                until == null ? null : Period.containing(until).previous(),
                row.getString("reason"),
                row.getObject("proposed_by", UUID.class),
                row.getString("proposed_by_name"),
                instant(row, "proposed_at"),
                row.getString("confirmed_by_name"),
                instant(row, "confirmed_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
