package org.xuanpai.calendar.service;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.calendar.MayReadCalendar;
import org.xuanpai.calendar.StatutoryDay;
import org.xuanpai.exchange.Column;
import org.xuanpai.exchange.ExportTarget;
import org.xuanpai.exchange.TableExport;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Permission;

/** Reads the calendar for its pages and exports. */
@Service
@Transactional(readOnly = true)
public class CalendarQueries {

    /** In this order a year can be read back from its own export. */
    private static final TableExport<StatutoryDay> TABLE = TableExport.of(
            "calendar.export.title",
            Column.date("calendar.day.date", StatutoryDay::date),
            Column.message("calendar.day.arrangement", day -> "calendar.arrangement." + (day.off() ? "off" : "work")),
            Column.text("calendar.day.name", StatutoryDay::name),
            Column.message(
                    "calendar.day.weekday",
                    day -> "calendar.weekday." + day.date().getDayOfWeek()));

    private static final String EDITIONS = """
            select y.*, d.day, d.day_off, d.name
            from calendar_year y
                     left join calendar_day d on d.calendar_year_id = y.id
            """;

    private final JdbcClient jdbc;
    private final LoadedCalendar loaded;
    private final AuditTrail trail;

    CalendarQueries(JdbcClient jdbc, LoadedCalendar loaded, AuditTrail trail) {
        this.jdbc = jdbc;
        this.loaded = loaded;
        this.trail = trail;
    }

    /** A year with its edition, and for organizers what is proposed. */
    @MayReadCalendar
    public YearView year(CurrentUser user, int year) {
        boolean organizer = user.may(Permission.EDIT_CALENDAR);
        List<EditionView> editions = editions(user, """
                where y.year = :year and (y.status = 'IN_EFFECT' or y.status = 'PROPOSED' and :organizer)
                order by y.id, d.day
                """, Map.of("year", year, "organizer", organizer));
        return new YearView(
                year,
                loaded.get(),
                editions.stream().filter(EditionView::inEffect).findFirst(),
                editions.stream().filter(edition -> !edition.inEffect()).findFirst(),
                waiting(organizer));
    }

    private List<Integer> waiting(boolean organizer) {
        return jdbc.sql("select year from calendar_year where status = 'PROPOSED' and :organizer order by year")
                .param("organizer", organizer)
                .query((row, number) -> row.getInt("year"))
                .list();
    }

    /** The named days of a year's edition, as its page lists them. */
    @MayReadCalendar
    @Transactional
    public void export(CurrentUser user, int year, ExportTarget target) {
        EditionView edition =
                editions(user, "where y.status = 'IN_EFFECT' and y.year = :year order by d.day", Map.of("year", year))
                        .stream()
                        .findFirst()
                        .orElseThrow(NotFound::new);
        String number = String.valueOf(year);
        long rows = target.write(user, TABLE.titled(number), edition.days());
        trail.record(TrailEvent.exported("/calendar?year=" + number, number, edition.id(), rows, target));
    }

    private List<EditionView> editions(CurrentUser user, String which, Map<String, ?> parameters) {
        EditionRows rows = new EditionRows(user.accountId());
        jdbc.sql(EDITIONS + which).params(parameters).query(rows);
        return rows.editions();
    }
}
