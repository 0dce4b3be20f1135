package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.IssuedFigure;
import org.xuanpai.industry.IssuedFigures;
import org.xuanpai.progress.check.EarlierFigures;
import org.xuanpai.progress.check.EarlierMonths;
import org.xuanpai.shared.ArrayText;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/**
 * What the system already knows when a month is typed: the period before, the same period last year, and what the county issued.
 * Where a figure was issued that is what counts, whatever a copy of that month says. The checks see the months before the same
 * way: as they were corrected, as the county issued them, and as the sum of what was merged since; and so does a bureau, for
 * what it issues. Two queries each.
 */
@Component
class KnownFigures implements EarlierFigures {

    private static final String EARLIER = """
            select * from earlier_figures(cast(:units as uuid[]), cast(:days as date[]), :today, cast(:asOf as timestamptz),
                                          cast(:counties as uuid[]), cast(:townships as uuid[]))""";

    private final JdbcClient jdbc;
    private final IssuedFigures issued;

    KnownFigures(JdbcClient jdbc, IssuedFigures issued) {
        this.jdbc = jdbc;
        this.issued = issued;
    }

    Known of(Scope scope, UUID township, Period period) {
        Known known = new Known(period);
        issued.of(scope, township, period.sameLastYear(), period).forEach(known::add);
        copies(
                scope,
                List.of(township),
                period,
                List.of(period.previous(), period.sameLastYear()),
                null,
                (unit, of, code, copy) -> known.add(of, code, copy));
        return known;
    }

    @Override
    public EarlierMonths before(Scope scope, UUID township, Period period, int months, @Nullable Instant asOf) {
        return before(scope, List.of(township), period, months, asOf).getOrDefault(township, new EarlierMonths());
    }

    @Override
    public Map<UUID, EarlierMonths> before(
            Scope scope, Collection<UUID> townships, Period period, int months, @Nullable Instant asOf) {
        List<Period> periods = Stream.iterate(period.previous(), Period::previous)
                .takeWhile(one -> !one.key().isBefore(period.key().minusMonths(months)))
                .toList();
        Map<UUID, EarlierMonths> earlier = new HashMap<>();
        townships.forEach(township -> earlier.put(township, new EarlierMonths()));
        copies(
                scope,
                townships,
                period,
                periods,
                asOf,
                (unit, of, code, copy) -> of(earlier, unit).with(code, of, copy.monthValue(), copy.cumulative()));
        issued.of(scope, townships, periods.get(periods.size() - 1), period.previous())
                .forEach((township, figures) -> figures.stream()
                        .filter(figure -> asOf == null || !figure.at().isAfter(asOf))
                        .forEach(figure -> of(earlier, township)
                                .over(
                                        figure.indicatorCode(),
                                        figure.period(),
                                        figure.monthValue(),
                                        figure.cumulative())));
        return earlier;
    }

    private static EarlierMonths of(Map<UUID, EarlierMonths> earlier, UUID township) {
        return earlier.computeIfAbsent(township, id -> new EarlierMonths());
    }

    private void copies(
            Scope scope,
            Collection<UUID> townships,
            Period period,
            List<Period> periods,
            @Nullable Instant asOf,
            Reader reader) {
        jdbc.sql(EARLIER)
                .param("units", ArrayText.of(townships))
                .param(
                        "days",
                        periods.stream()
                                .map(Period::lastDay)
                                .map(LocalDate::toString)
                                .toArray(String[]::new))
                .param("today", period.lastDay())
                .param("asOf", asOf == null ? null : asOf.atOffset(ZoneOffset.UTC))
                .param("counties", scope.countyArray())
                .param("townships", scope.townshipArray())
                .query(row -> {
                    reader.read(
                            row.getObject("unit_id", UUID.class),
                            Period.containing(row.getObject("period", LocalDate.class)),
                            row.getString("indicator_code"),
                            new Values(
                                    row.getBigDecimal("typed"),
                                    row.getBigDecimal("month_value"),
                                    row.getBigDecimal("cumulative")));
                });
    }

    /** Takes the figures of copies one by one. */
    private interface Reader {

        void read(UUID township, Period period, String code, Values values);
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
            return known(
                    then,
                    indicator.code(),
                    figure -> indicator.ofTheYear(figure.value(), figure.cumulative()),
                    lastYear,
                    copy -> indicator.ofTheYear(copy.typed(), copy.cumulative()));
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
