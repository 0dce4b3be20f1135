package org.xuanpai.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables of {@code docs/access.md}: below each heading, first column to second column. */
final class AccessTable {

    static final String PERMISSIONS = "Permissions";
    static final String SERVICE_METHODS = "Service methods";
    static final String REQUESTS = "Requests";
    static final String FILES = "Files";
    static final String FILTERS = "Filters";
    static final String TABLES_WITHOUT = "Tables without row-level security";
    static final String TABLES_FOR_ALL = "Tables that everybody may read";
    static final String OWNER_FUNCTIONS = "Functions that run as the owner";

    /** Run with {@code -Dxuanpai.write-docs=true} to bring permissions and service methods up to date; then review. */
    static final String WRITE = "xuanpai.write-docs";

    private static final Path FILE = Path.of("docs", "access.md");

    private AccessTable() {}

    static Map<String, String> read(String heading) {
        Map<String, String> rows = new TreeMap<>();
        for (String line : section(lines(), heading)) {
            if (isRow(line)) {
                String[] cells = line.split("(?<!\\\\)\\|");
                String before = rows.put(plain(cells[1]), plain(cells[2]));
                if (before != null) {
                    throw new AssertionError("docs/access.md lists " + cells[1].strip() + " twice");
                }
            }
        }
        return rows;
    }

    /** Puts rows in the place of a table's, if asked to. */
    static void write(String heading, Map<String, String> rows) {
        if (!Boolean.getBoolean(WRITE)) {
            return;
        }
        List<String> lines = new ArrayList<>(lines());
        List<String> section = section(lines, heading);
        int from = lines.indexOf("## " + heading) + 1;
        List<String> written =
                new ArrayList<>(section.stream().filter(line -> !isRow(line)).toList());
        int end = written.lastIndexOf("| --- | --- |") + 1;
        written.addAll(
                end,
                new TreeMap<>(rows)
                        .entrySet().stream()
                                .map(row -> "| `" + row.getKey() + "` | " + row.getValue() + " |")
                                .toList());
        lines.subList(from, from + section.size()).clear();
        lines.addAll(from, written);
        try {
            Files.write(FILE, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> section(List<String> lines, String heading) {
        int from = lines.indexOf("## " + heading);
        if (from < 0) {
            throw new AssertionError("docs/access.md has no section " + heading);
        }
        int to = from + 1;
        while (to < lines.size() && !lines.get(to).startsWith("## ")) {
            to++;
        }
        return lines.subList(from + 1, to);
    }

    /** A row names something in its first cell as code; heads do not. */
    private static boolean isRow(String line) {
        return line.startsWith("| `");
    }

    private static String plain(String cell) {
        return cell.replace("`", "").replace("\\|", "|").strip();
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> words(String cell) {
        return Arrays.stream(cell.split(",")).map(String::strip).toList();
    }
}
