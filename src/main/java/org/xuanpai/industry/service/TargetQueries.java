package org.xuanpai.industry.service;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.TownshipView;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.industry.MayEditTargets;
import org.xuanpai.industry.MayReadTargets;
import org.xuanpai.industry.TargetView;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/** Reads targets for their pages. What waits is shown to the county; a township sees what counts. */
@Service
@Transactional(readOnly = true)
public class TargetQueries {

    // Of each township and year: the sheet that counts and the one that waits.
    private static final String SHEETS = """
            select distinct on (s.township_id, s.confirmed_at is null)
                   s.id, s.township_id, s.proposed_by, s.proposed_by_name, s.proposed_at, s.confirmed_by_name, s.confirmed_at
            from target_sheet s
            where s.year = :year and s.withdrawn_at is null
              and (s.county_id = any (cast(:counties as uuid[]))
                   or s.township_id = any (cast(:townships as uuid[])) and s.confirmed_at is not null)""";

    private static final String NEWEST =
            " order by s.township_id, s.confirmed_at is null, s.confirmed_at desc, s.id desc";

    private static final String TARGETS = """
            select t.township_id, t.indicator_code, t.yearly_target
            from current_target t join indicator i on i.code = t.indicator_code and i.on_cockpit
            where t.year = :year
              and (t.county_id = any (cast(:counties as uuid[])) or t.township_id = any (cast(:townships as uuid[])))""";

    private final JdbcClient jdbc;
    private final Indicators indicators;
    private final Divisions divisions;
    private final Clock clock;

    TargetQueries(JdbcClient jdbc, Indicators indicators, Divisions divisions, Clock clock) {
        this.jdbc = jdbc;
        this.indicators = indicators;
        this.divisions = divisions;
        this.clock = clock;
    }

    /** All townships of the scope; always the same number of queries. */
    @MayReadTargets
    public TargetList list(CurrentUser user, int year) {
        Scope scope = user.scope();
        LocalDate day = dayOf(year);
        Set<UUID> industrial = new HashSet<>();
        divisions.industrialTownships(scope, day).forEach(township -> industrial.add(township.id()));
        Map<UUID, List<SheetFacts>> sheets = sheets(scope, year);
        Map<UUID, Map<String, BigDecimal>> targets = cockpitTargets(scope, year);
        List<TownshipTargets> first = new ArrayList<>();
        List<TownshipTargets> others = new ArrayList<>();
        for (TownshipView township : divisions.townships(scope, day)) {
            boolean isIndustrial = industrial.contains(township.id());
            List<SheetFacts> found = sheets.getOrDefault(township.id(), List.of());
            (isIndustrial ? first : others)
                    .add(new TownshipTargets(
                            township.id(),
                            township.code(),
                            township.name(),
                            isIndustrial,
                            one(found, true),
                            one(found, false),
                            targets.getOrDefault(township.id(), Map.of())));
        }
        return new TargetList(year, onCockpit(year), first, others);
    }

    /**
     * One township's targets; always the same number of queries.
     *
     * @throws NotFound for a township outside the scope
     */
    @MayReadTargets
    public TargetSheetView sheet(CurrentUser user, UUID township, int year) {
        Scope scope = user.scope();
        TownshipView unit = divisions.township(scope, township).orElseThrow(NotFound::new);
        List<TargetSheetView.Sheet> sheets = sheetsOf(scope, township, year);
        return new TargetSheetView(
                unit,
                divisions.isIndustrial(scope, township, dayOf(year)),
                year,
                indicators.askedIn(Period.of(year, 12)),
                sheets.stream()
                        .filter(sheet -> sheet.facts().counts())
                        .findFirst()
                        .orElse(null),
                sheets.stream()
                        .filter(sheet -> !sheet.facts().counts())
                        .findFirst()
                        .orElse(null));
    }

    /** {@link #sheet} for whoever is about to change it. */
    @MayEditTargets
    public TargetSheetView sheetToChange(CurrentUser user, UUID township, int year) {
        return sheet(user, township, year);
    }

    /** Which townships there are is asked for today, or at the end of a year that is over. */
    private LocalDate dayOf(int year) {
        LocalDate today = LocalDate.now(clock);
        LocalDate last = LocalDate.of(year, 12, 31);
        return last.isBefore(today) ? last : today;
    }

    private List<IndicatorView> onCockpit(int year) {
        return indicators.askedIn(Period.of(year, 12)).stream()
                .filter(IndicatorView::onCockpit)
                .toList();
    }

    private Map<UUID, List<SheetFacts>> sheets(Scope scope, int year) {
        Map<UUID, List<SheetFacts>> sheets = new HashMap<>();
        of(scope, SHEETS + NEWEST).param("year", year).query(row -> {
            sheets.computeIfAbsent(row.getObject("township_id", UUID.class), id -> new ArrayList<>())
                    .add(facts(row));
        });
        return sheets;
    }

    private Map<UUID, Map<String, BigDecimal>> cockpitTargets(Scope scope, int year) {
        Map<UUID, Map<String, BigDecimal>> targets = new HashMap<>();
        of(scope, TARGETS).param("year", year).query(row -> {
            targets.computeIfAbsent(row.getObject("township_id", UUID.class), id -> new HashMap<>())
                    .put(row.getString("indicator_code"), row.getBigDecimal("yearly_target"));
        });
        return targets;
    }

    private List<TargetSheetView.Sheet> sheetsOf(Scope scope, UUID township, int year) {
        Map<UUID, TargetSheetView.Sheet> sheets = new LinkedHashMap<>();
        of(
                        scope,
                        "select s.*, l.indicator_code, l.yearly_target, l.baseline from (" + SHEETS
                                + " and s.township_id = :township" + NEWEST
                                + ") s join target_line l on l.sheet_id = s.id")
                .param("year", year)
                .param("township", township)
                .query(row -> {
                    UUID id = row.getObject("id", UUID.class);
                    TargetSheetView.Sheet sheet = sheets.get(id);
                    if (sheet == null) {
                        sheet = new TargetSheetView.Sheet(facts(row), new HashMap<>());
                        sheets.put(id, sheet);
                    }
                    TargetView line = new TargetView(
                            row.getString("indicator_code"),
                            row.getBigDecimal("yearly_target"),
                            row.getBigDecimal("baseline"));
                    sheet.lines().put(line.indicatorCode(), line);
                });
        return List.copyOf(sheets.values());
    }

    private JdbcClient.StatementSpec of(Scope scope, String sql) {
        return jdbc.sql(sql).param("counties", scope.countyArray()).param("townships", scope.townshipArray());
    }

    private static @Nullable SheetFacts one(List<SheetFacts> sheets, boolean counting) {
        return sheets.stream()
                .filter(sheet -> sheet.counts() == counting)
                .findFirst()
                .orElse(null);
    }

    private static SheetFacts facts(ResultSet row) throws SQLException {
        return new SheetFacts(
                row.getObject("id", UUID.class),
                row.getObject("proposed_by", UUID.class),
                row.getString("proposed_by_name"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getString("confirmed_by_name"),
                instant(row.getObject("confirmed_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
