package org.xuanpai.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** The calendar as it ships, read from the migration itself, so that tests without a database count with the real days. */
public final class ShippedCalendar {

    public static final DeadlineRule RULE = new DeadlineRule(10, LocalTime.of(17, 30), ZoneId.of("Asia/Shanghai"));

    private static final String MIGRATION = "db/migration/V2026_11_24_06__calendar_statutory_days.sql";
    private static final Pattern RUN =
            Pattern.compile("\\((\\d{4}), '(\\d{4}-\\d{2}-\\d{2})', (\\d+), (true|false), '([^']+)'\\)");

    private ShippedCalendar() {}

    public static CalendarYears load() {
        return new CalendarYears(days(), RULE);
    }

    public static Map<Integer, List<StatutoryDay>> days() {
        Map<Integer, List<StatutoryDay>> years = new TreeMap<>();
        RUN.matcher(migration()).results().forEach(run -> {
            List<StatutoryDay> days = years.computeIfAbsent(Integer.valueOf(run.group(1)), year -> new ArrayList<>());
            LocalDate first = LocalDate.parse(run.group(2));
            boolean off = Boolean.parseBoolean(run.group(4));
            first.datesUntil(first.plusDays(Long.parseLong(run.group(3))))
                    .forEach(day -> days.add(new StatutoryDay(day, off, run.group(5))));
        });
        return years;
    }

    private static String migration() {
        try {
            return new ClassPathResource(MIGRATION).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
