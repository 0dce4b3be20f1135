package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/** What the system already knows when a month is typed: the period before and the same period last year, one query. */
@Component
class KnownFigures {

    private final JdbcClient jdbc;

    KnownFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Known of(Scope scope, UUID township, Period period) {
        Known known = new Known(period);
        jdbc.sql("""
                        select c.period, f.indicator_code, f.typed,
                               case when v.id is null then f.month_value else v.month_value end as month_value,
                               case when v.id is null then f.cumulative else v.cumulative end as cumulative
                        from submitted_copy c join submitted_figure f on f.copy_id = c.id
                        left join figure_revision v
                          on v.copy_id = f.copy_id and v.indicator_code = f.indicator_code and v.superseded_at is null
                        where c.township_id = :township and c.period in (:previous, :lastYear)
                          and c.number = (select max(n.number) from submitted_copy n where n.report_id = c.report_id)
                          and (c.county_id = any (cast(:counties as uuid[])) or c.township_id = any (cast(:townships as uuid[])))
                        """)
                .param("township", township)
                .param("previous", period.previous().key())
                .param("lastYear", period.sameLastYear().key())
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

    /** Figures of the two earlier periods by indicator. */
    static final class Known {

        private final Period period;
        private final Map<String, Values> previous = new HashMap<>();
        private final Map<String, Values> lastYear = new HashMap<>();

        private Known(Period period) {
            this.period = period;
        }

        private void add(Period of, String code, Values values) {
            (of.equals(period.previous()) ? previous : lastYear).put(code, values);
        }

        /** The month's value of the period before; for stocks and rates the value then. */
        @Nullable
        BigDecimal previousMonth(String code) {
            Values values = previous.get(code);
            return values == null ? null : values.monthValue();
        }

        /** The cumulative value of the period before, within the same year. */
        @Nullable
        BigDecimal previousCumulative(String code) {
            Values values = previous.get(code);
            return values == null || period.coversJanuary() ? null : values.cumulative();
        }

        /** The cumulative value of the same period last year; for stocks and rates the value then. */
        @Nullable
        BigDecimal lastYear(String code) {
            Values values = lastYear.get(code);
            if (values == null) {
                return null;
            }
            return values.cumulative() == null ? values.typed() : values.cumulative();
        }
    }
}
