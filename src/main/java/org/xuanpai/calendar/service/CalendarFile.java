package org.xuanpai.calendar.service;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.xuanpai.calendar.CalendarFileRefused;
import org.xuanpai.calendar.StatutoryDay;
import org.xuanpai.exchange.Csv;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file with one year of statutory days, in one of two shapes: JSON as the public holiday-cn data have it ({@code year},
 * {@code papers}, {@code days} of {@code name}, {@code date}, {@code isOffDay}), or the comma-separated text this calendar exports
 * (date, 休 or 班, name). Whatever is wrong is refused with its place; nothing is repaired or left out silently.
 *
 * @param papers addresses of the announcements that the file itself names
 * @param days in order of date
 */
record CalendarFile(List<String> papers, List<StatutoryDay> days) {

    static final int MAX_BYTES = 100 * 1024;

    private static final int MAX_DAYS = 120;
    private static final int MAX_NAME = 40;
    private static final int MAX_PAPERS = 10;
    private static final Pattern PAPER = Pattern.compile("https?://[^\\s<>\"]{4,300}");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Map<String, Boolean> ARRANGEMENTS =
            Map.of("休", true, "off", true, "放假", true, "班", false, "work", false, "上班", false);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * Reads a file.
     *
     * @param year the year the user says it is of
     * @throws CalendarFileRefused when it cannot be taken as it is
     */
    static CalendarFile read(byte[] bytes, int year) {
        String text = text(bytes);
        return text.stripLeading().startsWith("{") ? json(text, year) : csv(text, year);
    }

    private static String text(byte[] bytes) {
        if (bytes.length == 0) {
            throw new CalendarFileRefused("empty");
        }
        if (bytes.length > MAX_BYTES) {
            throw new CalendarFileRefused("tooLarge", MAX_BYTES / 1024);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new CalendarFileRefused("notText");
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException otherEncoding) {
            throw new CalendarFileRefused("notText");
        }
    }

    private static CalendarFile json(String text, int year) {
        JsonNode root = tree(text);
        JsonNode named = root.path("year");
        if (!named.isInt()) {
            throw new CalendarFileRefused("noYear");
        }
        if (named.intValue() != year) {
            throw new CalendarFileRefused("wrongYear", String.valueOf(named.intValue()), String.valueOf(year));
        }
        JsonNode list = root.path("days");
        if (!list.isArray()) {
            throw new CalendarFileRefused("noDays");
        }
        Days days = new Days(year);
        int place = 0;
        for (JsonNode day : list) {
            place++;
            JsonNode off = day.path("isOffDay");
            if (!off.isBoolean()) {
                throw new CalendarFileRefused("noArrangement", place);
            }
            days.add(place, text(day, "date"), off.booleanValue(), text(day, "name"));
        }
        return new CalendarFile(papers(root.path("papers")), days.inOrder());
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            throw new CalendarFileRefused("notJson", line);
        }
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() ? value.stringValue() : "";
    }

    private static List<String> papers(JsonNode list) {
        List<String> papers = new ArrayList<>();
        for (JsonNode paper : list) {
            String address = paper.isString() ? paper.stringValue().strip() : "";
            if (papers.size() == MAX_PAPERS || !PAPER.matcher(address).matches()) {
                throw new CalendarFileRefused("badPaper", papers.size() + 1);
            }
            papers.add(address);
        }
        return papers;
    }

    private static CalendarFile csv(String text, int year) {
        Days days = new Days(year);
        int place = 0;
        for (List<String> row : Csv.parse(text)) {
            place++;
            if (isBlank(row)) {
                continue;
            }
            if (row.size() < 3) {
                throw new CalendarFileRefused("notCalendar", place);
            }
            Boolean off = ARRANGEMENTS.get(row.get(1).strip().toLowerCase(Locale.ROOT));
            boolean head = place == 1 && off == null && date(row.get(0)).isEmpty();
            if (head) {
                continue;
            }
            if (off == null) {
                throw new CalendarFileRefused("noArrangement", place);
            }
            days.add(place, row.get(0), off, row.get(2));
        }
        return new CalendarFile(List.of(), days.inOrder());
    }

    private static boolean isBlank(List<String> row) {
        return row.stream().allMatch(String::isBlank);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip(), DATE));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /** Days of one year, each at most once. */
    private static final class Days {

        private final int year;
        private final NavigableMap<LocalDate, StatutoryDay> days = new TreeMap<>();

        private Days(int year) {
            this.year = year;
        }

        private void add(int place, String dateText, boolean off, String nameText) {
            LocalDate date =
                    date(dateText).orElseThrow(() -> new CalendarFileRefused("badDate", place, shown(dateText)));
            if (!belongs(date)) {
                throw new CalendarFileRefused("foreignDate", place, date.toString(), String.valueOf(year));
            }
            String name = nameText.strip();
            if (name.isEmpty() || name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
                throw new CalendarFileRefused("badName", place, MAX_NAME);
            }
            if (days.put(date, new StatutoryDay(date, off, name)) != null) {
                throw new CalendarFileRefused("duplicate", place, date.toString());
            }
            if (days.size() > MAX_DAYS) {
                throw new CalendarFileRefused("tooManyDays", MAX_DAYS);
            }
        }

        /** New Year reaches over: the December before and the January after may be named as well. */
        private boolean belongs(LocalDate date) {
            return date.getYear() == year
                    || date.getYear() == year - 1 && date.getMonth() == Month.DECEMBER
                    || date.getYear() == year + 1 && date.getMonth() == Month.JANUARY;
        }

        private List<StatutoryDay> inOrder() {
            if (days.values().stream().noneMatch(StatutoryDay::off)) {
                throw new CalendarFileRefused("noDays");
            }
            return List.copyOf(days.values());
        }

        private static String shown(String text) {
            String line = text.replaceAll("\\p{Cntrl}", " ");
            return line.length() <= 20 ? line : line.substring(0, 20) + "…";
        }
    }
}
