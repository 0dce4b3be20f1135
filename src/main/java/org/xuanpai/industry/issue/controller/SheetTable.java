package org.xuanpai.industry.issue.controller;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.issue.service.SheetView;

/**
 * Finds the figures in a table that somebody brought: townships by code or name in the rows, indicators by name in the head. What
 * it does not know it names by row and column; nothing is passed over in silence but empty cells.
 */
final class SheetTable {

    private static final Set<String> TOWNSHIP_HEADS =
            Set.of("区划代码", "代码", "乡镇", "乡镇名称", "单位", "divisioncode", "code", "township");

    private static final Pattern UNIT = Pattern.compile("[(（][^)）]*[)）]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u3000]+");
    private static final Pattern LONG_CODE = Pattern.compile("\\d{9}000");
    private static final int SHORT_CODE = 9;

    private final SheetView sheet;
    private final Function<String, Optional<BigDecimal>> numbers;
    private final Map<UUID, Map<String, BigDecimal>> figures = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();

    SheetTable(SheetView sheet, Function<String, Optional<BigDecimal>> numbers) {
        this.sheet = sheet;
        this.numbers = numbers;
    }

    void read(List<List<String>> table) {
        int head = 0;
        while (head < table.size() && isBlank(table.get(head))) {
            head++;
        }
        if (head == table.size()) {
            return;
        }
        Map<Integer, IndicatorView> columns = columns(table.get(head), head + 1);
        if (columns.isEmpty()) {
            faults.add(new Fault(head + 1, "", "", "industry.issue.fault.noColumn", List.of()));
            return;
        }
        Set<UUID> seen = new HashSet<>();
        for (int i = head + 1; i < table.size(); i++) {
            List<String> row = table.get(i);
            if (!isBlank(row)) {
                row(row, i + 1, columns, seen);
            }
        }
    }

    private Map<Integer, IndicatorView> columns(List<String> head, int number) {
        Map<Integer, IndicatorView> columns = new HashMap<>();
        for (int column = 0; column < head.size(); column++) {
            String name = head.get(column);
            Optional<IndicatorView> indicator = indicator(name);
            if (indicator.isPresent()) {
                if (columns.containsValue(indicator.get())) {
                    faults.add(new Fault(number, "", name, "industry.issue.fault.columnTwice", List.of()));
                }
                columns.put(column, indicator.get());
            } else if (!name.isEmpty() && !TOWNSHIP_HEADS.contains(plain(name))) {
                faults.add(new Fault(number, "", name, "industry.issue.fault.unknownColumn", List.of()));
            }
        }
        return columns;
    }

    private void row(List<String> row, int number, Map<Integer, IndicatorView> columns, Set<UUID> seen) {
        Set<SheetView.Row> named = new HashSet<>();
        String label = "";
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            if (!columns.containsKey(column) && !cell.isEmpty()) {
                label = label.isEmpty() ? cell : label;
                township(cell).ifPresent(named::add);
            }
        }
        SheetView.Row township = named.size() == 1 ? named.iterator().next() : null;
        if (township == null) {
            String key = named.isEmpty() ? "industry.issue.fault.unknownTownship" : "industry.issue.fault.twoTownships";
            faults.add(new Fault(number, label, "", key, List.of()));
        } else if (!seen.add(township.township().id())) {
            faults.add(
                    new Fault(number, township.township().name(), "", "industry.issue.fault.townshipTwice", List.of()));
        } else {
            columns.forEach((column, indicator) ->
                    cell(number, township, indicator, column < row.size() ? row.get(column) : ""));
        }
    }

    private void cell(int number, SheetView.Row township, IndicatorView indicator, String typed) {
        if (typed.isEmpty()) {
            return;
        }
        Optional<BigDecimal> value = numbers.apply(typed);
        String wrong = value.map(figure -> wrong(indicator, figure)).orElse("industry.refused.notANumber");
        if (wrong.isEmpty()) {
            put(township.township().id(), indicator.code(), value.orElseThrow());
        } else {
            faults.add(new Fault(
                    number,
                    township.township().name(),
                    indicator.code(),
                    wrong,
                    List.of(indicator.name(), indicator.decimals())));
        }
    }

    void put(UUID township, String code, BigDecimal value) {
        figures.computeIfAbsent(township, id -> new TreeMap<>()).put(code, value);
    }

    /** Message key of what is wrong; empty for nothing. */
    static String wrong(IndicatorView indicator, BigDecimal figure) {
        return indicator
                .fault(figure)
                .map(fault -> "industry.refused." + fault.word())
                .orElse("");
    }

    private Optional<IndicatorView> indicator(String head) {
        String name = plain(head);
        return name.isEmpty()
                ? Optional.empty()
                : sheet.indicators().stream()
                        .filter(indicator -> name.equals(plain(indicator.name()))
                                || name.equals(plain(indicator.nameEn()))
                                || name.equals(plain(indicator.plainName(Locale.CHINESE)))
                                || name.equals(indicator.code()))
                        .findFirst();
    }

    private Optional<SheetView.Row> township(String cell) {
        String code = LONG_CODE.matcher(cell).matches() ? cell.substring(0, SHORT_CODE) : cell;
        return sheet.rows().stream()
                .filter(row -> row.township().code().equals(code)
                        || plain(row.township().name()).equals(plain(cell)))
                .findFirst();
    }

    private static boolean isBlank(List<String> row) {
        return row.stream().allMatch(String::isEmpty);
    }

    /** Without unit and spaces, in small letters. */
    private static String plain(String text) {
        String bare = UNIT.matcher(text).replaceAll("");
        return SPACE.matcher(bare).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** What it says of a township; {@code null} when it does not. */
    @Nullable
    BigDecimal figure(UUID township, String code) {
        return figures.getOrDefault(township, Map.of()).get(code);
    }

    Map<UUID, Map<String, BigDecimal>> figures() {
        return figures;
    }

    List<Fault> faults() {
        return faults;
    }

    /**
     * What is wrong with a cell, a row or a column.
     *
     * @param row its number as people see it
     * @param township the row by name; empty for the head
     * @param column the indicator's code, or the head that is not known; empty for a whole row
     */
    record Fault(int row, String township, String column, String key, List<Object> arguments) {}
}
