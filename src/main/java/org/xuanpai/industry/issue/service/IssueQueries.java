package org.xuanpai.industry.issue.service;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.TownshipView;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.industry.IssueOutlook;
import org.xuanpai.industry.IssueOutlooks;
import org.xuanpai.industry.MayIssueFigures;
import org.xuanpai.industry.MayReadIssuedFigures;
import org.xuanpai.industry.issue.IssueWay;
import org.xuanpai.industry.issue.ObjectionAnswer;
import org.xuanpai.industry.issue.PeriodNotOver;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Permission;

/** What was issued, month by month and sheet by sheet. A fixed number of queries each. */
@Service
@Transactional(readOnly = true)
public class IssueQueries {

    private static final int MONTHS_SHOWN = Period.PER_YEAR + 1;

    private static final String IN_SCOPE =
            "(%1$s.county_id = any (cast(:counties as uuid[])) or %1$s.township_id = any (cast(:townships as uuid[])))";

    private static final String STATES = """
            select f.issuer, f.period, count(distinct (f.township_id, f.indicator_code)) as issued, max(s.issued_at) as at
            from issued_figure f join issued_sheet s on s.id = f.sheet_id
            where f.period between :from and :to and f.issuer = any (cast(:issuers as text[])) and\s""" + IN_SCOPE.formatted("f") + " group by f.issuer, f.period";

    private static final String FIGURES = """
            select v.township_id, v.indicator_code, v.value, v.version, s.issued_at, s.issued_by_name
            from issued_value v join issued_sheet s on s.id = v.sheet_id
            where v.issuer = any (cast(:issuers as text[])) and v.period = :period and\s""" + IN_SCOPE.formatted("v");

    private static final String ISSUES = """
            select s.* from issued_sheet s
            where s.issuer = any (cast(:issuers as text[])) and s.period = :period
              and exists (select from issued_figure f where f.sheet_id = s.id and\s""" + IN_SCOPE.formatted("f") + ") order by s.number desc";

    private static final String CORRECTIONS =
            """
            select f.indicator_code, f.version, f.value, o.value as before, t.name, s.issued_by_name, s.issued_at
            from issued_figure f
            join issued_figure o on o.township_id = f.township_id and o.indicator_code = f.indicator_code
                and o.period = f.period and o.version = f.version - 1
            join issued_sheet s on s.id = f.sheet_id
            join division t on t.id = f.township_id
            where f.issuer = any (cast(:issuers as text[])) and f.period = :period and\s""" + IN_SCOPE.formatted("f") + " order by s.issued_at desc, t.code, f.indicator_code";

    private static final String OBJECTIONS = """
            select o.*, t.name as township from figure_objection o join division t on t.id = o.township_id
            where o.issuer = any (cast(:issuers as text[])) and\s""" + IN_SCOPE.formatted("o");

    private final JdbcClient jdbc;
    private final Indicators indicators;
    private final Divisions divisions;
    private final IssueOutlooks outlooks;
    private final Clock clock;

    IssueQueries(JdbcClient jdbc, Indicators indicators, Divisions divisions, IssueOutlooks outlooks, Clock clock) {
        this.jdbc = jdbc;
        this.indicators = indicators;
        this.divisions = divisions;
        this.outlooks = outlooks;
        this.clock = clock;
    }

    /** The last months with what was issued of each, and the objections that wait. */
    @MayReadIssuedFigures
    public IssueList list(CurrentUser user) {
        IssuerAccess access = IssuerAccess.of(user);
        List<Period> periods = Stream.iterate(Period.latestOver(LocalDate.now(clock)), Period::previous)
                .limit(MONTHS_SHOWN)
                .toList();
        Map<LocalDate, List<TownshipView>> townships = divisions.industrialTownships(
                access.rows(), periods.stream().map(Period::lastDay).toList());
        List<IndicatorView> asked = indicators.askedIn(periods.get(0));
        Map<Period, Map<FigureIssuer, IssueList.State>> issued = new HashMap<>();
        of(STATES, access)
                .param("from", periods.get(periods.size() - 1).key())
                .param("to", periods.get(0).key())
                .query(row -> {
                    FigureIssuer issuer = FigureIssuer.valueOf(row.getString("issuer"));
                    Period period = Period.containing(row.getObject("period", LocalDate.class));
                    issued.computeIfAbsent(period, one -> new HashMap<>())
                            .put(issuer, new IssueList.State(issuer, row.getInt("issued"), 0, instant(row, "at")));
                });
        List<IssueList.Month> months = periods.stream()
                .map(period -> new IssueList.Month(
                        period,
                        access.issuers().stream()
                                .map(issuer -> state(
                                        issuer,
                                        issued.getOrDefault(period, Map.of()).get(issuer),
                                        asked,
                                        townships
                                                .getOrDefault(period.lastDay(), List.of())
                                                .size()))
                                .toList()))
                .toList();
        List<ObjectionRow> open = of(OBJECTIONS + " and o.answer is null order by o.raised_at, o.id", access)
                .query((row, n) -> objection(row))
                .list();
        return new IssueList(
                access.issuers(), months, open, IssuerAccess.mayIssue(user), user.may(Permission.EDIT_INDICATORS));
    }

    private static IssueList.State state(
            FigureIssuer issuer, IssueList.@Nullable State found, List<IndicatorView> asked, int townships) {
        int own = (int)
                asked.stream().filter(indicator -> indicator.issuer() == issuer).count();
        return found == null
                ? new IssueList.State(issuer, 0, own * townships, null)
                : new IssueList.State(issuer, found.issued(), own * townships, found.at());
    }

    /**
     * The figures of one issuer and month.
     *
     * @throws org.xuanpai.shared.NotFound for the figures of another office
     */
    @MayReadIssuedFigures
    public SheetView sheet(CurrentUser user, FigureIssuer issuer, Period period) {
        IssuerAccess access = new IssuerAccess(IssuerAccess.to(user, issuer).rows(), List.of(issuer));
        List<TownshipView> townships = divisions.industrialTownships(access.rows(), period);
        Map<UUID, Map<String, SheetView.Cell>> cells = cells(access, period);
        Map<UUID, List<ObjectionRow>> objections = new HashMap<>();
        month(OBJECTIONS + " and o.period = :period order by o.raised_at desc, o.id", access, period)
                .query((row, n) -> objection(row))
                .list()
                .forEach(one -> objections
                        .computeIfAbsent(one.townshipId(), id -> new ArrayList<>())
                        .add(one));
        return new SheetView(
                issuer,
                period,
                period.lastDay().isBefore(LocalDate.now(clock)),
                IssuerAccess.mayIssue(user),
                user.may(Permission.OBJECT_TO_FIGURES),
                asked(access, townships, issuer, period),
                townships.stream()
                        .map(township -> new SheetView.Row(
                                township,
                                cells.getOrDefault(township.id(), Map.of()),
                                objections.getOrDefault(township.id(), List.of())))
                        .toList(),
                month(ISSUES, access, period).query((row, n) -> issue(row)).list(),
                month(CORRECTIONS, access, period)
                        .query((row, n) -> correction(row))
                        .list());
    }

    /**
     * {@link #sheet} for whoever is about to issue it.
     *
     * @throws PeriodNotOver when there is nothing to issue yet
     */
    @MayIssueFigures
    public SheetView sheetToIssue(CurrentUser user, FigureIssuer issuer, Period period) {
        SheetView sheet = sheet(user, issuer, period);
        if (!sheet.over()) {
            throw new PeriodNotOver(period);
        }
        return sheet;
    }

    /**
     * What the checks say to figures before they are issued, and which approved reports read otherwise afterwards.
     *
     * @param changes what is new or different in the sheet
     * @throws org.xuanpai.shared.NotFound for the figures of another office
     */
    @MayIssueFigures
    public IssueOutlook outlook(
            CurrentUser user, FigureIssuer issuer, Period period, Map<UUID, Map<String, BigDecimal>> changes) {
        IssuerAccess access = IssuerAccess.to(user, issuer);
        return outlooks.of(access.rows(), access.county(), period, changes);
    }

    private List<IndicatorView> asked(
            IssuerAccess access, List<TownshipView> townships, FigureIssuer issuer, Period period) {
        UUID county = townships.isEmpty()
                ? access.rows().counties().stream().findFirst().orElse(new UUID(0, 0))
                : townships.get(0).countyId();
        return indicators.askedIn(county, period).stream()
                .filter(indicator -> indicator.issuer() == issuer)
                .toList();
    }

    private Map<UUID, Map<String, SheetView.Cell>> cells(IssuerAccess access, Period period) {
        Map<UUID, Map<String, SheetView.Cell>> cells = new HashMap<>();
        month(FIGURES, access, period).query(row -> {
            cells.computeIfAbsent(row.getObject("township_id", UUID.class), id -> new HashMap<>())
                    .put(
                            row.getString("indicator_code"),
                            new SheetView.Cell(
                                    row.getBigDecimal("value"),
                                    row.getInt("version"),
                                    instant(row, "issued_at"),
                                    row.getString("issued_by_name")));
        });
        return cells;
    }

    private JdbcClient.StatementSpec month(String sql, IssuerAccess access, Period period) {
        return of(sql, access).param("period", period.key());
    }

    private JdbcClient.StatementSpec of(String sql, IssuerAccess access) {
        return jdbc.sql(sql)
                .param("issuers", access.issuerArray())
                .param("counties", access.rows().countyArray())
                .param("townships", access.rows().townshipArray());
    }

    private static SheetView.Issue issue(ResultSet row) throws SQLException {
        return new SheetView.Issue(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                IssueWay.valueOf(row.getString("way")),
                row.getString("file_name"),
                row.getInt("fresh"),
                row.getInt("changed"),
                row.getInt("unchanged"),
                row.getInt("doubts"),
                row.getString("note"),
                row.getString("issued_by_name"),
                row.getString("issued_by_unit"),
                instant(row, "issued_at"),
                row.getString("content_hash"));
    }

    private static SheetView.Correction correction(ResultSet row) throws SQLException {
        return new SheetView.Correction(
                row.getString("name"),
                row.getString("indicator_code"),
                row.getInt("version"),
                row.getBigDecimal("before"),
                row.getBigDecimal("value"),
                row.getString("issued_by_name"),
                instant(row, "issued_at"));
    }

    private static ObjectionRow objection(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        return new ObjectionRow(
                row.getObject("id", UUID.class),
                row.getObject("township_id", UUID.class),
                row.getString("township"),
                FigureIssuer.valueOf(row.getString("issuer")),
                row.getString("indicator_code"),
                Period.containing(row.getObject("period", LocalDate.class)),
                row.getInt("figure_version"),
                row.getString("reason"),
                row.getString("raised_by_name"),
                instant(row, "raised_at"),
                answer == null ? null : ObjectionAnswer.valueOf(answer),
                row.getString("answer_reason"),
                row.getString("answered_by_name"),
                answered == null ? null : answered.toInstant());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
