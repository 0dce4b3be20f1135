package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.IssuedFigure;
import org.xuanpai.industry.IssuedFigures;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/**
 * What the system already knows when a month is typed: the period before, the same period last year, and what the county issued.
 * Where a figure was issued that is what counts, whatever a copy of that month says. Two queries.
 */
@Component
class KnownFigures {

    // What is one township now may have been several then: their flows and stocks together, where each that owed a
    // report has
    // the figure; a rate is nobody's (decision 16).
    private static final String EARLIER = """
            select w.period, f.indicator_code, sum(f.typed) as typed,
                   case when count(s.month_value) = count(*) then sum(s.month_value) end as month_value,
                   case when count(s.cumulative) = count(*) then sum(s.cumulative) end as cumulative
            from (select p.period, p.day, township_then(:township, p.day) as townships
                  from (values (cast(:previous as date), cast(:previousDay as date)),
                               (cast(:lastYear as date), cast(:lastYearDay as date))) as p (period, day)) w
            join submitted_copy c on c.township_id = any (w.townships) and c.period = w.period
            join submitted_figure f on f.copy_id = c.id
            left join figure_revision v
              on v.copy_id = f.copy_id and v.indicator_code = f.indicator_code and v.superseded_at is null
            cross join lateral (
                select case when v.id is null then f.month_value else v.month_value end as month_value,
                       case when v.id is null then f.cumulative else v.cumulative end as cumulative) s
            join indicator i on i.code = f.indicator_code
            where c.number = (select max(n.number) from submitted_copy n where n.report_id = c.report_id)
              and (c.county_id = any (cast(:counties as uuid[])) or c.township_id = any (cast(:townships as uuid[])))
            group by w.period, w.day, w.townships, f.indicator_code, i.kind
            having (i.kind <> 'RATE' or count(*) = 1)
               and (cardinality(w.townships) = 1
                    or array(select t.id from unnest(w.townships) as t (id)
                             where (select y.industrial from township_type y
                                    where y.township_id = t.id and y.confirmed_by is not null and y.valid_from <= w.day
                                    order by y.valid_from desc limit 1)) <@ array_agg(c.township_id))""";

    private final JdbcClient jdbc;
    private final IssuedFigures issued;

    KnownFigures(JdbcClient jdbc, IssuedFigures issued) {
        this.jdbc = jdbc;
        this.issued = issued;
    }

    Known of(Scope scope, UUID township, Period period) {
        Known known = new Known(period);
        issued.of(scope, township, period.sameLastYear(), period).forEach(known::add);
        jdbc.sql(EARLIER)
                .param("township", township)
                .param("previous", period.previous().key())
                .param("previousDay", period.previous().lastDay())
                .param("lastYear", period.sameLastYear().key())
                .param("lastYearDay", period.sameLastYear().lastDay())
                .param("counties", scope.countyArray())
                .param("townships", scope.townshipArray())
                .query(row -> {
                    Period of = Period.containing(row.getObject("period", LocalDate.class));
                    known.add(
                            of,
                            row.getString("indicator_code"),
                            new Values(
                                    row.getBigDecimal("typed"),
                                    row.getBigDecimal("month_value"),
                                    row.getBigDecimal("cumulative")));
                });
        return known;
    }

    /** A figure of an earlier period. */
    record Values(
            BigDecimal typed,
            @Nullable BigDecimal monthValue,
            @Nullable BigDecimal cumulative) {}

    /** Figures of the earlier periods and issued ones, by indicator. */
    static final class Known {

        private final Period period;
        private final Map<String, Values> previous = new HashMap<>();
        private final Map<String, Values> lastYear = new HashMap<>();
        private final Map<Period, Map<String, IssuedFigure>> issued = new HashMap<>();

        private Known(Period period) {
            this.period = period;
        }

        private void add(IssuedFigure figure) {
            issued.computeIfAbsent(figure.period(), of -> new HashMap<>()).put(figure.indicatorCode(), figure);
        }

        private void add(Period of, String code, Values values) {
            (of.equals(period.previous()) ? previous : lastYear).put(code, values);
        }

        /** What the county issued for the month; {@code null} while it has not. */
        @Nullable
        IssuedFigure issued(String code) {
            return issuedIn(period, code).orElse(null);
        }

        private Optional<IssuedFigure> issuedIn(Period of, String code) {
            return Optional.ofNullable(issued.getOrDefault(of, Map.of()).get(code));
        }

        /** The month's value of the period before; for stocks and rates the value then. */
        @Nullable
        BigDecimal previousMonth(String code) {
            return known(period.previous(), code, IssuedFigure::monthValue, previous, Values::monthValue);
        }

        /** The cumulative value of the period before, within the same year. */
        @Nullable
        BigDecimal previousCumulative(String code) {
            return period.coversJanuary()
                    ? null
                    : known(period.previous(), code, IssuedFigure::cumulative, previous, Values::cumulative);
        }

        /** The cumulative value of the same period last year; for stocks and rates the value then. */
        @Nullable
        BigDecimal lastYear(IndicatorView indicator) {
            Period then = period.sameLastYear();
            return indicator.isFlow()
                    ? known(then, indicator.code(), IssuedFigure::cumulative, lastYear, Values::cumulative)
                    : known(then, indicator.code(), IssuedFigure::value, lastYear, Values::typed);
        }

        private @Nullable BigDecimal known(
                Period of,
                String code,
                Function<IssuedFigure, @Nullable BigDecimal> fromIssue,
                Map<String, Values> copies,
                Function<Values, @Nullable BigDecimal> fromCopy) {
            BigDecimal figure = issuedIn(of, code).map(fromIssue).orElse(null);
            Values copy = copies.get(code);
            return figure == null && copy != null ? fromCopy.apply(copy) : figure;
        }
    }
}
