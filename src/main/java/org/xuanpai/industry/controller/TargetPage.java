package org.xuanpai.industry.controller;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xuanpai.industry.IndicatorKind;
import org.xuanpai.industry.IndicatorSection;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.TargetView;
import org.xuanpai.industry.service.TargetSheetView;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Permission;

/**
 * A township's targets as their page shows them: what counts beside what waits.
 *
 * @param sections the indicators in their groups
 * @param mayEdit whether the user may propose, confirm and withdraw
 * @param account the user, who cannot confirm what they proposed
 */
record TargetPage(TargetSheetView sheet, List<Group> sections, boolean mayEdit, UUID account) {

    static TargetPage of(TargetSheetView sheet, CurrentUser user) {
        List<Group> groups = Arrays.stream(IndicatorSection.values())
                .map(section -> new Group(section, rows(sheet, section)))
                .filter(group -> !group.rows().isEmpty())
                .toList();
        return new TargetPage(sheet, groups, user.may(Permission.EDIT_TARGETS), user.accountId());
    }

    private static List<Row> rows(TargetSheetView sheet, IndicatorSection section) {
        return sheet.indicators().stream()
                .filter(indicator -> indicator.section() == section)
                .map(indicator -> new Row(indicator, line(sheet.counts(), indicator), line(sheet.waits(), indicator)))
                .toList();
    }

    private static @Nullable TargetView line(TargetSheetView.@Nullable Sheet sheet, IndicatorView indicator) {
        return sheet == null ? null : sheet.lines().get(indicator.code());
    }

    /** Names of the indicators by code, for the error summary. */
    public Map<String, String> names(Locale locale) {
        return sheet.indicators().stream()
                .collect(Collectors.toMap(IndicatorView::code, indicator -> indicator.title(locale)));
    }

    /** Whether the user proposed what waits. */
    public boolean isOwn() {
        return sheet.waits() != null && sheet.waits().facts().isFrom(account);
    }

    /** Rows that the proposal would change. */
    public List<Row> changes() {
        return sections.stream()
                .flatMap(group -> group.rows().stream())
                .filter(Row::changes)
                .toList();
    }

    /** Rows of the proposal that stay as they are. */
    public long unchanged() {
        return sections.stream()
                .flatMap(group -> group.rows().stream())
                .filter(row -> row.waits() != null && !row.changes())
                .count();
    }

    /** A group of indicators. */
    record Group(IndicatorSection section, List<Row> rows) {

        /** The message key of its name. */
        public String titleKey() {
            return "industry.section." + section;
        }

        /** Whether anything in it has a target that counts. */
        public boolean counts() {
            return rows.stream().anyMatch(row -> row.counts() != null);
        }
    }

    /**
     * An indicator.
     *
     * @param counts what counts; {@code null} for nothing
     * @param waits what is proposed; {@code null} for nothing
     */
    record Row(
            IndicatorView indicator,
            @Nullable TargetView counts,
            @Nullable TargetView waits) {

        private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

        /** Whether the proposal changes anything about it. */
        boolean changes() {
            return !same(target(counts), target(waits)) || !same(baseline(counts), baseline(waits));
        }

        /** By how much the proposed target differs; {@code null} where one of them is missing. */
        public @Nullable BigDecimal delta() {
            return counts == null || waits == null ? null : waits.yearlyTarget().subtract(counts.yearlyTarget());
        }

        /** Growth of the confirmed target over last year in percent; {@code null} where it says nothing. */
        public @Nullable BigDecimal growth() {
            BigDecimal base = baseline(counts);
            if (counts == null || base == null || base.signum() <= 0 || indicator.kind() == IndicatorKind.RATE) {
                return null;
            }
            return counts.yearlyTarget().subtract(base).multiply(HUNDRED).divide(base, 1, RoundingMode.HALF_UP);
        }

        private static @Nullable BigDecimal target(@Nullable TargetView line) {
            return line == null ? null : line.yearlyTarget();
        }

        private static @Nullable BigDecimal baseline(@Nullable TargetView line) {
            return line == null ? null : line.baseline();
        }

        private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
            return one == null || other == null ? one == other : one.compareTo(other) == 0;
        }
    }
}
