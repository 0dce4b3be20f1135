package org.xuanpai.progress.controller;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xuanpai.industry.IndicatorView;

/**
 * Finds the fields for a column of figures copied from a spreadsheet. Where rows carry a name, the name decides and nothing else;
 * where they carry none, the figures go one below the other from the field that was pasted into. A paste that leaves it open
 * which figure belongs where fills nothing at all.
 */
final class PastedColumn {

    private static final int LONGEST = 20_000;
    private static final int MOST_ROWS = 200;

    private final Map<String, IndicatorView> byName = new HashMap<>();
    private final Map<String, IndicatorView> byCode = new HashMap<>();
    private final List<String> units;
    private final Predicate<IndicatorView> open;
    private final List<Pasted.Filled> filled = new ArrayList<>();
    private final List<Pasted.Skipped> skipped = new ArrayList<>();

    /** @param open whether a typed figure may be typed now */
    PastedColumn(List<IndicatorView> indicators, Predicate<IndicatorView> open) {
        for (IndicatorView indicator : indicators) {
            byName.put(PastedCell.name(indicator.name()), indicator);
            byName.put(PastedCell.name(indicator.nameEn()), indicator);
            byName.put(PastedCell.name(indicator.plainName(Locale.SIMPLIFIED_CHINESE)), indicator);
            byName.put(PastedCell.name(indicator.plainName(Locale.ENGLISH)), indicator);
            byCode.put(indicator.code(), indicator);
        }
        this.units = indicators.stream().map(IndicatorView::unit).distinct().toList();
        this.open = open;
    }

    /** @param into the field pasted into and those below it, by their indicators */
    Pasted read(String text, List<String> into) {
        if (text.length() > LONGEST) {
            return Pasted.refused("tooLong", MOST_ROWS);
        }
        List<Row> rows = new ArrayList<>(text.lines().map(this::row).toList());
        while (!rows.isEmpty() && rows.get(rows.size() - 1).isBlank()) {
            rows.remove(rows.size() - 1);
        }
        if (rows.size() > MOST_ROWS) {
            return Pasted.refused("tooLong", MOST_ROWS);
        }
        boolean named = rows.stream().anyMatch(row -> row.label() != null);
        return named ? byLabel(rows) : downwards(rows, into);
    }

    private Row row(String line) {
        List<PastedCell> cells =
                Arrays.stream(line.split("\t", -1)).map(PastedCell::new).toList();
        List<PastedCell> words = cells.stream().filter(this::isWord).toList();
        PastedCell label = cells.size() == 1
                ? null
                : words.stream()
                        .filter(word -> byName.containsKey(word.name()))
                        .findFirst()
                        .or(() -> words.stream().findFirst())
                        .orElse(null);
        List<PastedCell> values = label == null ? cells : cells.subList(cells.indexOf(label) + 1, cells.size());
        return new Row(
                cells,
                label,
                values.stream().filter(cell -> cell.isFigure(units)).toList());
    }

    private boolean isWord(PastedCell cell) {
        return !cell.isBlank() && !cell.isUnit() && !cell.isFigure(units);
    }

    private Pasted byLabel(List<Row> rows) {
        String unitOfTable = "";
        Set<IndicatorView> seen = new HashSet<>();
        for (Row row : rows) {
            IndicatorView indicator =
                    row.label() == null ? null : byName.get(row.label().name());
            if (indicator == null && row.figures().isEmpty()) {
                unitOfTable = row.unit().orElse(unitOfTable);
            } else if (indicator == null) {
                skip(row.label() == null ? Pasted.Why.NAMELESS : Pasted.Why.UNKNOWN, row, null);
            } else if (!indicator.isTyped()) {
                skip(Pasted.Why.NOT_TYPED, row, indicator);
            } else if (!open.test(indicator)) {
                skip(Pasted.Why.CLOSED, row, indicator);
            } else if (row.figures().isEmpty()) {
                skip(Pasted.Why.NO_FIGURE, row, indicator);
            } else if (row.figures().size() > 1) {
                return Pasted.refused(
                        "severalOfOne", indicator.localTitle(), row.figures().size());
            } else if (!seen.add(indicator)) {
                return Pasted.refused("twice", indicator.localTitle());
            } else {
                fill(indicator, row.figures().get(0), row.unit().orElse(unitOfTable));
            }
        }
        return Pasted.of(filled, skipped);
    }

    private Pasted downwards(List<Row> rows, List<String> into) {
        Optional<Row> first = rows.stream().filter(row -> !row.isBlank()).findFirst();
        if (first.isPresent() && first.get().figures().isEmpty()) {
            return Pasted.refused("startsWithWords", first.get().shown());
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).figures().size() > 1) {
                return Pasted.refused(
                        "severalInRow", i + 1, rows.get(i).figures().size());
            }
        }
        if (rows.size() > into.size()) {
            return Pasted.refused("tooMany", rows.size(), into.size());
        }
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            IndicatorView indicator = byCode.get(into.get(i));
            if (row.isBlank() || indicator == null) {
                continue;
            }
            if (!indicator.isTyped() || !open.test(indicator)) {
                skip(Pasted.Why.CLOSED, row, indicator);
            } else if (row.figures().isEmpty() && row.first().isLong()) {
                skip(Pasted.Why.NO_FIGURE, row, indicator);
            } else {
                PastedCell cell =
                        row.figures().isEmpty() ? row.first() : row.figures().get(0);
                fill(indicator, cell, row.unit().orElse(""));
            }
        }
        return Pasted.of(filled, skipped);
    }

    private void fill(IndicatorView indicator, PastedCell cell, String unit) {
        filled.add(new Pasted.Filled(indicator, cell.figure(indicator, unit)));
    }

    private void skip(Pasted.Why why, Row row, @Nullable IndicatorView indicator) {
        skipped.add(new Pasted.Skipped(why, row.shown(), indicator));
    }

    /**
     * A row of the table.
     *
     * @param label the cell that names it; {@code null} for none
     * @param figures the numbers, behind the label where there is one
     */
    private record Row(List<PastedCell> cells, @Nullable PastedCell label, List<PastedCell> figures) {

        private static final int LONGEST_SHOWN = 40;

        boolean isBlank() {
            return cells.stream().allMatch(PastedCell::isBlank);
        }

        /** The first cell that says anything. */
        PastedCell first() {
            return cells.stream().filter(cell -> !cell.isBlank()).findFirst().orElseThrow();
        }

        /** The unit of money that a cell of its own, or the name, says. */
        Optional<String> unit() {
            return cells.stream()
                    .filter(cell -> !figures.contains(cell))
                    .flatMap(cell -> cell.namedUnit().stream())
                    .findFirst();
        }

        /** What stands for it where it is spoken of. */
        String shown() {
            String text = label == null ? first().text() : label.text();
            return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
        }
    }
}
