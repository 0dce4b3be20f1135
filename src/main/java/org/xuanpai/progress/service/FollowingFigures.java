package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xuanpai.industry.IndicatorKind;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.progress.DerivedFigure;
import org.xuanpai.progress.entity.FigureCorrection;
import org.xuanpai.progress.entity.MonthlyReport;
import org.xuanpai.progress.entity.SubmittedCopy;
import org.xuanpai.progress.entity.SubmittedFigure;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/**
 * What follows in later months from a month that has another copy now, because it was corrected, handed in again, or late: their
 * months or cumulative values of the same year, and next year's growth. Their copies stay as they were handed in; what follows is
 * stored beside them with what caused it. Only what follows from the change is calculated anew, by what {@link KnownFigures} then
 * says; the caller has its turn with the township's months.
 */
@Component
class FollowingFigures {

    // the township's own reports, and those of what it was merged into, with the townships they continue
    private static final String LATER = """
            with recursive line (unit_id) as (
                select cast(:township as uuid)
                union
                select s.successor_id from division_succession s join line l on s.predecessor_id = l.unit_id
                where s.kind = 'MERGED')
            select r.id, r.county_id, r.township_id, r.period, r.submissions, c.id as copy_id,
                   array(select unnest(t.townships) from townships_then(
                             r.township_id, array[d.before], d.last) t) as before,
                   array(select unnest(t.townships) from townships_then(
                             r.township_id, array[d.year_before], d.last) t) as year_before
            from line l
            join monthly_report r on r.township_id = l.unit_id
            join submitted_copy c on c.report_id = r.id and c.number = r.submissions
            cross join lateral (
                select r.period - 1 as before,
                       cast(r.period - interval '11 months' as date) - 1 as year_before,
                       cast(r.period + interval '1 month' as date) - 1 as last) d
            where r.period > :period and r.period <= :until
              and (r.county_id = any (cast(:counties as uuid[])) or r.township_id = any (cast(:townships as uuid[])))
            order by r.period, r.township_id
            """;

    private static final String SUPERSEDE = """
            update figure_revision set superseded_at = :now
            where copy_id = :copy and indicator_code = any (cast(:codes as text[])) and superseded_at is null
            """;

    private static final String REVISE = """
            insert into figure_revision (id, copy_id, indicator_code, county_id, township_id, correction_id, cause_copy_id,
                                         month_value, cumulative, last_year, growth, completion, revised_at)
            select n.id, :copy, n.code, :county, :township, :correction, :cause, n.month, n.cumulative, n.last_year, n.growth,
                   n.completion, :now
            from unnest(cast(:ids as uuid[]), cast(:codes as text[]), cast(:months as numeric[]), cast(:cumulatives as numeric[]),
                        cast(:lastYears as numeric[]), cast(:growths as numeric[]), cast(:completions as numeric[]))
                 as n (id, code, month, cumulative, last_year, growth, completion)
            """;

    private final JdbcClient jdbc;
    private final KnownFigures known;
    private final StoredReports stored;
    private final Indicators indicators;

    FollowingFigures(JdbcClient jdbc, KnownFigures known, StoredReports stored, Indicators indicators) {
        this.jdbc = jdbc;
        this.known = known;
        this.stored = stored;
        this.indicators = indicators;
    }

    /**
     * Stores what follows.
     *
     * @param cause whose month changed, and by what
     * @param before the month's figures as they stood; empty when it had none
     * @param now the figures of its new copy, which is stored already
     * @return how many later months changed
     */
    int follow(
            Scope scope,
            Cause cause,
            Map<String, SubmittedFigure> before,
            Map<String, SubmittedFigure> now,
            Instant at) {
        Changes changes = new Changes();
        Set<String> codes = new TreeSet<>(before.keySet());
        codes.addAll(now.keySet());
        codes.stream()
                .filter(code -> changes(before.get(code), now.get(code)))
                .forEach(code -> changes.add(cause.period(), cause.township(), code));
        int months = 0;
        if (!changes.isEmpty()) {
            for (Later later : later(scope, cause.township(), cause.period())) {
                if (follow(scope, cause, later, changes, at)) {
                    months++;
                }
            }
        }
        return months;
    }

    /** The reports of the month after a township's month that continue it; none while that month is not reported. */
    List<Later> next(Scope scope, UUID township, Period period) {
        return later(scope, township, period).stream()
                .filter(later -> later.period().equals(period.next()))
                .filter(later -> later.before().contains(township))
                .toList();
    }

    private boolean follow(Scope scope, Cause cause, Later later, Changes changes, Instant at) {
        Set<String> before = later.period().coversJanuary()
                ? Set.of()
                : changes.in(later.period().previous(), later.before());
        Set<String> lastYear = changes.in(later.period().sameLastYear(), later.yearBefore());
        if (before.isEmpty() && lastYear.isEmpty()) {
            return false;
        }
        KnownFigures.Known earlier = known.of(scope, later.township(), later.period());
        Map<String, IndicatorView> asked = indicators.askedIn(later.county(), later.period()).stream()
                .collect(Collectors.toMap(IndicatorView::code, Function.identity()));
        List<Revised> revised = new ArrayList<>();
        stored.frozen(later.report(), later.number()).forEach((code, old) -> {
            IndicatorView indicator = asked.get(code);
            if (indicator != null && (before.contains(code) || lastYear.contains(code))) {
                SubmittedFigure followed = followed(
                        indicator, later.period(), old, earlier, before.contains(code), lastYear.contains(code));
                if (!same(old, followed)) {
                    revised.add(new Revised(code, followed));
                }
                if (changes(old, followed)) {
                    changes.add(later.period(), later.township(), code);
                }
            }
        });
        if (!revised.isEmpty()) {
            store(cause, later, revised, at);
        }
        return !revised.isEmpty();
    }

    private static SubmittedFigure followed(
            IndicatorView indicator,
            Period period,
            SubmittedFigure old,
            KnownFigures.Known known,
            boolean newBefore,
            boolean newLastYear) {
        BigDecimal month = old.monthValue();
        BigDecimal cumulative = old.cumulative();
        if (newBefore && indicator.isFlow()) {
            DerivedFigure derived = DerivedFigure.of(
                    indicator, period, old.typed(), known.previousCumulative(indicator.code()), null, null);
            month = derived.monthValue();
            cumulative = derived.cumulative();
        }
        BigDecimal base = newLastYear ? known.lastYear(indicator) : old.lastYear();
        BigDecimal value = indicator.ofTheYear(old.typed(), cumulative);
        boolean growthStays = indicator.enteredGrowth().isPresent()
                || same(base, old.lastYear()) && same(cumulative, old.cumulative())
                || indicator.kind() == IndicatorKind.RATE;
        return new SubmittedFigure(
                old.countyId(),
                old.townshipId(),
                old.typed(),
                month,
                cumulative,
                base,
                growthStays ? old.growth() : DerivedFigure.growth(value, base),
                old.yearlyTarget(),
                same(cumulative, old.cumulative())
                        ? old.completion()
                        : DerivedFigure.percent(value, old.yearlyTarget()),
                old.issuedVersion());
    }

    private List<Later> later(Scope scope, UUID township, Period period) {
        return jdbc.sql(LATER)
                .param("township", township)
                .param("period", period.key())
                .param("until", LocalDate.of(period.year() + 1, 12, 1))
                .param("counties", scope.countyArray())
                .param("townships", scope.townshipArray())
                .query((row, n) -> new Later(
                        row.getObject("id", UUID.class),
                        row.getInt("submissions"),
                        row.getObject("copy_id", UUID.class),
                        row.getObject("county_id", UUID.class),
                        row.getObject("township_id", UUID.class),
                        Period.containing(row.getObject("period", LocalDate.class)),
                        townships(row, "before"),
                        townships(row, "year_before")))
                .list();
    }

    private static Set<UUID> townships(ResultSet row, String column) throws SQLException {
        return Set.of((UUID[]) row.getArray(column).getArray());
    }

    private void store(Cause cause, Later later, List<Revised> revised, Instant at) {
        OffsetDateTime now = at.atOffset(ZoneOffset.UTC);
        String[] codes = revised.stream().map(Revised::code).toArray(String[]::new);
        jdbc.sql(SUPERSEDE)
                .param("now", now)
                .param("copy", later.copy())
                .param("codes", codes)
                .update();
        jdbc.sql(REVISE)
                .param("ids", revised.stream().map(one -> Ids.next()).toArray(UUID[]::new))
                .param("codes", codes)
                .param("copy", later.copy())
                .param("county", later.county())
                .param("township", later.township())
                .param("correction", cause.correction())
                .param("cause", cause.copy())
                .param("months", numbers(revised, SubmittedFigure::monthValue))
                .param("cumulatives", numbers(revised, SubmittedFigure::cumulative))
                .param("lastYears", numbers(revised, SubmittedFigure::lastYear))
                .param("growths", numbers(revised, SubmittedFigure::growth))
                .param("completions", numbers(revised, SubmittedFigure::completion))
                .param("now", now)
                .update();
    }

    private static @Nullable String[] numbers(
            List<Revised> revised, Function<SubmittedFigure, @Nullable BigDecimal> value) {
        return revised.stream()
                .map(one -> {
                    BigDecimal number = value.apply(one.figure());
                    return number == null ? null : number.toPlainString();
                })
                .toArray(String[]::new);
    }

    /** Whether months that look back at the figure see another one. */
    private static boolean changes(@Nullable SubmittedFigure before, @Nullable SubmittedFigure now) {
        return before == null || now == null
                ? before != now
                : !same(before.cumulative(), now.cumulative()) || !same(before.typed(), now.typed());
    }

    private static boolean same(SubmittedFigure one, SubmittedFigure other) {
        return same(one.monthValue(), other.monthValue())
                && same(one.cumulative(), other.cumulative())
                && same(one.lastYear(), other.lastYear())
                && same(one.growth(), other.growth())
                && same(one.completion(), other.completion());
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    /** Why later months change: a correction of a month, or a copy of it that was handed in. */
    record Cause(
            UUID township,
            Period period,
            @Nullable UUID correction,
            @Nullable UUID copy) {

        static Cause of(FigureCorrection correction) {
            return new Cause(correction.townshipId(), correction.period(), correction.id(), null);
        }

        static Cause of(MonthlyReport report, SubmittedCopy copy) {
            return new Cause(report.townshipId(), report.period(), null, copy.getId());
        }
    }

    /**
     * The latest copy of a later month.
     *
     * @param before the townships it continues from the month before
     * @param yearBefore those it is compared with
     */
    record Later(
            UUID report,
            int number,
            UUID copy,
            UUID county,
            UUID township,
            Period period,
            Set<UUID> before,
            Set<UUID> yearBefore) {}

    private record Revised(String code, SubmittedFigure figure) {}

    /** The figures that read otherwise now, by month and township. */
    private static final class Changes {

        private final Map<Period, Map<UUID, Set<String>>> codes = new HashMap<>();

        void add(Period period, UUID township, String code) {
            codes.computeIfAbsent(period, none -> new HashMap<>())
                    .computeIfAbsent(township, none -> new HashSet<>())
                    .add(code);
        }

        Set<String> in(Period period, Set<UUID> townships) {
            Set<String> found = new HashSet<>();
            codes.getOrDefault(period, Map.of()).forEach((township, changed) -> {
                if (townships.contains(township)) {
                    found.addAll(changed);
                }
            });
            return found;
        }

        boolean isEmpty() {
            return codes.isEmpty();
        }
    }
}
