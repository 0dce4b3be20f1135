package org.xuanpai.industry.issue.controller;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.issue.service.SheetView;

/**
 * A sheet beside what counts, before it is issued.
 *
 * @param changes what is new or different, in the order of the sheet
 * @param unchanged how many figures of it count already
 * @param silent how many cells of the sheet it says nothing about; they stay as they are
 * @param content the figures, to be sent again when they are issued
 */
record PreviewPage(
        SheetView sheet, SheetInput.Brought brought, List<Change> changes, int unchanged, int silent, String content) {

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
        return new PreviewPage(sheet, brought, changes, unchanged, silent, SheetInput.carried(figures));
    }

    public long fresh() {
        return changes.stream().filter(change -> change.before() == null).count();
    }

    public long changed() {
        return changes.size() - fresh();
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
