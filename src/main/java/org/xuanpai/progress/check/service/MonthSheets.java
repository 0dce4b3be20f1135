package org.xuanpai.progress.check.service;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.division.TownshipView;
import org.xuanpai.progress.check.CheckRules;
import org.xuanpai.progress.check.CheckSheet;
import org.xuanpai.progress.check.Checks;
import org.xuanpai.progress.check.EarlierFigures;
import org.xuanpai.progress.check.Parameter;
import org.xuanpai.shared.OpenToAll;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/** Reads the rules of a month; the months before it come from the reports. */
@Service
@Transactional(readOnly = true)
class MonthSheets implements Checks {

    /** As far as any band looks back, and a year more: what is in its first month is compared with the year before. */
    private static final int MONTHS = Parameter.WINDOW.most().intValue() + 12;

    private static final String RULES = """
            select r.* from check_rule r
            where (r.county_id is null or r.county_id = :county and r.confirmed_at <= coalesce(cast(:asOf as timestamptz), 'infinity'))
              and r.valid_from <= :month and (r.valid_to is null or r.valid_to > :month)
            order by r.county_id is null, r.indicator_code is null, r.valid_from desc, r.confirmed_at desc, r.id desc
            """;

    private final JdbcClient jdbc;
    private final EarlierFigures earlier;

    MonthSheets(JdbcClient jdbc, EarlierFigures earlier) {
        this.jdbc = jdbc;
        this.earlier = earlier;
    }

    @Override
    @OpenToAll("called inside the reports' permitted use cases; rows by scope")
    public CheckSheet sheet(Scope scope, TownshipView township, Period period, @Nullable Instant asOf) {
        return new CheckSheet(
                period,
                rules(township.countyId(), period, asOf),
                earlier.before(scope, township.id(), period, MONTHS, asOf));
    }

    @Override
    @OpenToAll("called inside the permitted use cases of issuing; rows by scope")
    public Map<UUID, CheckSheet> sheets(Scope scope, UUID county, Collection<UUID> townships, Period period) {
        CheckRules rules = rules(county, period, null);
        Map<UUID, CheckSheet> sheets = new HashMap<>();
        earlier.before(scope, townships, period, MONTHS, null)
                .forEach((township, months) -> sheets.put(township, new CheckSheet(period, rules, months)));
        return sheets;
    }

    @Override
    @OpenToAll("called inside the permitted use cases of issuing; rows by scope")
    public CheckRules rules(UUID county, Period period) {
        return rules(county, period, null);
    }

    private CheckRules rules(UUID county, Period period, @Nullable Instant asOf) {
        return new CheckRules(jdbc.sql(RULES)
                .param("county", county)
                .param("month", period.key())
                .param("asOf", asOf == null ? null : asOf.atOffset(ZoneOffset.UTC))
                .query((row, n) -> RuleRows.rule(row))
                .list());
    }
}
