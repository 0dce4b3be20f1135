package org.xuanpai.industry.service;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xuanpai.division.TownshipView;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.TargetView;

/**
 * The targets of one township and year.
 *
 * @param indicators the indicators of that year, in the order of the form
 * @param counts what counts; {@code null} for nothing
 * @param waits what waits for a second person; {@code null} for nothing
 */
public record TargetSheetView(
        TownshipView township,
        boolean industrial,
        int year,
        List<IndicatorView> indicators,
        @Nullable Sheet counts,
        @Nullable Sheet waits) {

    /** A sheet with its lines by indicator code. */
    public record Sheet(SheetFacts facts, Map<String, TargetView> lines) {}
}
