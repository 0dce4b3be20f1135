package org.xuanpai.industry.issue.controller;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.IssueOutlook;
import org.xuanpai.industry.issue.service.SheetView;
import org.xuanpai.shared.Period;

/**
 * A sheet beside what counts, before it is issued.
 *
 * @param changes what is new or different, in the order of the sheet
 * @param unchanged how many figures of it count already
 * @param silent how many cells of the sheet it says nothing about; they stay as they are
 * @param content the figures, to be sent again when they are issued
 * @param seal that the figures come from this preview
 * @param outlook what the checks say to the changes, and which approved reports read otherwise
 */
record PreviewPage(
        SheetView sheet,
        SheetInput.Brought brought,
        List<Change> changes,
        int unchanged,
        int silent,
        String content,
        String seal,
        IssueOutlook outlook) {

    static PreviewPage of(SheetView sheet, SheetInput.Brought brought) {
        List<Change> changes = new ArrayList<>();
        int unchanged = 0;
        int silent = 0;
        Map<UUID, Map<String, BigDecimal>> figures = brought.figures();
        for (SheetView.Row row : sheet.rows()) {
            for (IndicatorView indicator : sheet.indicators()) {
                BigDecimal before = row.value(indicator.code());
                BigDecimal after =
                        figures.getOrDefault(row.township().id(), Map.of()).get(indicator.code());
                if (after == null) {
                    silent++;
                } else if (before != null && before.compareTo(after) == 0) {
                    unchanged++;
                } else {
                    changes.add(new Change(row, indicator, before, after));
                }
            }
        }
        return new PreviewPage(
                sheet,
                brought,
                changes,
                unchanged,
                silent,
                SheetInput.carried(figures),
                "",
                new IssueOutlook(List.of(), List.of()));
    }

    PreviewPage sealed(String with) {
        return new PreviewPage(sheet, brought, changes, unchanged, silent, content, with, outlook);
    }

    PreviewPage lookingAhead(IssueOutlook ahead) {
        return new PreviewPage(sheet, brought, changes, unchanged, silent, content, seal, ahead);
    }

    /** The changes alone, by township and indicator code. */
    Map<UUID, Map<String, BigDecimal>> changedFigures() {
        Map<UUID, Map<String, BigDecimal>> changed = new TreeMap<>();
        changes.forEach(
                change -> changed.computeIfAbsent(change.row().township().id(), id -> new TreeMap<>())
                        .put(change.indicator().code(), change.after()));
        return changed;
    }

    public long fresh() {
        return changes.stream().filter(change -> change.before() == null).count();
    }

    public long changed() {
        return changes.size() - fresh();
    }

    /** What the checks say to a change, the gravest first. */
    public List<IssueOutlook.Doubt> doubts(Change change) {
        return outlook.doubts().stream()
                .filter(doubt -> doubt.township().equals(change.row().township().id())
                        && doubt.indicatorCode().equals(change.indicator().code()))
                .sorted(java.util.Comparator.comparing(IssueOutlook.Doubt::severity))
                .toList();
    }

    /** Whose report is approved and reads otherwise afterwards: month by month the townships in the order of the sheet. */
    public Map<Period, List<String>> approved() {
        Map<Period, List<String>> names = new TreeMap<>();
        Map<UUID, List<Period>> months = outlook.approved().stream()
                .collect(Collectors.groupingBy(
                        IssueOutlook.Approved::township,
                        Collectors.mapping(IssueOutlook.Approved::period, Collectors.toList())));
        sheet.rows()
                .forEach(row -> months.getOrDefault(row.township().id(), List.of())
                        .forEach(period -> names.computeIfAbsent(period, of -> new ArrayList<>())
                                .add(row.township().name())));
        return names;
    }

    /** A figure before and after; {@code before} is {@code null} for a new one. */
    record Change(
            SheetView.Row row,
            IndicatorView indicator,
            @Nullable BigDecimal before,
            BigDecimal after) {

        public @Nullable BigDecimal delta() {
            return before == null ? null : after.subtract(before);
        }

        /** Whether the township objected to the figure, which this answers. */
        public boolean answers() {
            return row.isObjected(indicator.code());
        }
    }
}
