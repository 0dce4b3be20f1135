package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xuanpai.industry.IndicatorKind;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.progress.DerivedFigure;
import org.xuanpai.progress.entity.FigureCorrection;
import org.xuanpai.progress.entity.SubmittedFigure;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/**
 * What follows in later months from a corrected figure: their months or cumulative values of the same year, and next year's
 * growth. Their copies stay as they were handed in; what follows is stored beside them with the correction that caused it.
 */
@Component
class FollowingFigures {

    private static final String LATER = """
            select c.id as copy_id, c.period, f.typed, f.yearly_target,
                   case when v.id is null then f.month_value else v.month_value end as month_value,
                   case when v.id is null then f.cumulative else v.cumulative end as cumulative,
                   case when v.id is null then f.last_year else v.last_year end as last_year,
                   case when v.id is null then f.growth else v.growth end as growth,
                   case when v.id is null then f.completion else v.completion end as completion
            from monthly_report r
            join submitted_copy c on c.report_id = r.id and c.number = r.submissions
            join submitted_figure f on f.copy_id = c.id and f.indicator_code = :code
            left join figure_revision v
              on v.copy_id = f.copy_id and v.indicator_code = f.indicator_code and v.superseded_at is null
            where r.township_id = :township and r.period > :period and r.period <= :last
              and (r.county_id = any (cast(:counties as uuid[])) or r.township_id = any (cast(:townships as uuid[])))
            """;

    private static final String SUPERSEDE = """
            update figure_revision set superseded_at = :now
            where copy_id = :copy and indicator_code = :code and superseded_at is null
            """;

    private static final String REVISE = """
            insert into figure_revision (id, copy_id, indicator_code, county_id, township_id, correction_id, month_value,
                                         cumulative, last_year, growth, completion, revised_at)
            values (:id, :copy, :code, :county, :township, :correction, :month, :cumulative, :lastYear, :growth, :completion, :now)
            """;

    private final JdbcClient jdbc;

    FollowingFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores what follows.
     *
     * @param before the corrected month's figure as it stood
     * @param now the same after the correction
     * @return how many later months changed
     */
    int follow(
            Scope scope,
            IndicatorView indicator,
            FigureCorrection correction,
            SubmittedFigure before,
            SubmittedFigure now,
            Instant at) {
        Map<Period, Standing> changed = new TreeMap<>();
        if (!same(before.cumulative(), now.cumulative()) || !same(before.typed(), now.typed())) {
            changed.put(correction.period(), Standing.of(now));
        }
        int months = 0;
        for (Map.Entry<Period, Standing> later : later(scope, correction).entrySet()) {
            Standing old = later.getValue();
            Standing followed = followed(indicator, later.getKey(), old, changed);
            if (!followed.equalsInValue(old)) {
                store(correction, followed, at);
                months++;
                if (!same(old.cumulative(), followed.cumulative())) {
                    changed.put(later.getKey(), followed);
                }
            }
        }
        return months;
    }

    private static Standing followed(
            IndicatorView indicator, Period period, Standing old, Map<Period, Standing> changed) {
        Standing previous = period.coversJanuary() ? null : changed.get(period.previous());
        Standing lastYear = changed.get(period.sameLastYear());
        BigDecimal month = old.month();
        BigDecimal cumulative = old.cumulative();
        if (previous != null && indicator.isFlow()) {
            DerivedFigure derived = DerivedFigure.of(indicator, period, old.typed(), previous.cumulative(), null, null);
            month = derived.monthValue();
            cumulative = derived.cumulative();
        }
        BigDecimal base = lastYear == null
                ? old.lastYear()
                : lastYear.cumulative() == null ? lastYear.typed() : lastYear.cumulative();
        BigDecimal value = indicator.isFlow() ? cumulative : old.typed();
        boolean growthStays = indicator.enteredGrowth().isPresent()
                || same(base, old.lastYear()) && same(cumulative, old.cumulative())
                || indicator.kind() == IndicatorKind.RATE;
        return new Standing(
                old.copy(),
                old.typed(),
                month,
                cumulative,
                base,
                growthStays ? old.growth() : DerivedFigure.growth(value, base),
                old.target(),
                same(cumulative, old.cumulative()) ? old.completion() : DerivedFigure.percent(value, old.target()));
    }

    private Map<Period, Standing> later(Scope scope, FigureCorrection correction) {
        Map<Period, Standing> later = new TreeMap<>();
        jdbc.sql(LATER)
                .param("code", correction.indicatorCode())
                .param("township", correction.townshipId())
                .param("period", correction.period().key())
                .param("last", LocalDate.of(correction.period().year() + 1, 12, 1))
                .param("counties", scope.countyArray())
                .param("townships", scope.townshipArray())
                .query(row -> {
                    later.put(Period.containing(row.getObject("period", LocalDate.class)), standing(row));
                });
        return later;
    }

    private void store(FigureCorrection correction, Standing followed, Instant at) {
        OffsetDateTime now = at.atOffset(ZoneOffset.UTC);
        jdbc.sql(SUPERSEDE)
                .param("now", now)
                .param("copy", followed.copy())
                .param("code", correction.indicatorCode())
                .update();
        jdbc.sql(REVISE)
                .param("id", Ids.next())
                .param("copy", followed.copy())
                .param("code", correction.indicatorCode())
                .param("county", correction.countyId())
                .param("township", correction.townshipId())
                .param("correction", correction.id())
                .param("month", followed.month())
                .param("cumulative", followed.cumulative())
                .param("lastYear", followed.lastYear())
                .param("growth", followed.growth())
                .param("completion", followed.completion())
                .param("now", now)
                .update();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getObject("copy_id", UUID.class),
                row.getBigDecimal("typed"),
                row.getBigDecimal("month_value"),
                row.getBigDecimal("cumulative"),
                row.getBigDecimal("last_year"),
                row.getBigDecimal("growth"),
                row.getBigDecimal("yearly_target"),
                row.getBigDecimal("completion"));
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    /** A figure of a copy with what follows from it now. */
    private record Standing(
            @Nullable UUID copy,
            BigDecimal typed,
            @Nullable BigDecimal month,
            @Nullable BigDecimal cumulative,
            @Nullable BigDecimal lastYear,
            @Nullable BigDecimal growth,
            @Nullable BigDecimal target,
            @Nullable BigDecimal completion) {

        static Standing of(SubmittedFigure figure) {
            return new Standing(
                    null,
                    figure.typed(),
                    figure.monthValue(),
                    figure.cumulative(),
                    figure.lastYear(),
                    figure.growth(),
                    figure.yearlyTarget(),
                    figure.completion());
        }

        boolean equalsInValue(Standing other) {
            return Objects.equals(copy, other.copy)
                    && same(month, other.month)
                    && same(cumulative, other.cumulative)
                    && same(lastYear, other.lastYear)
                    && same(growth, other.growth)
                    && same(completion, other.completion);
        }
    }
}
