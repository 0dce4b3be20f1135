package org.xuanpai.industry.issue.service;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.division.TownshipView;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.issue.IssueWay;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.Period;

/**
 * The figures of one issuer and month.
 *
 * @param indicators the columns
 * @param rows the industrial townships of the month that the reader sees, in the order of their codes
 * @param issues the sheets they came with, newest first
 * @param corrections figures that were issued again, the latest first
 */
public record SheetView(
        FigureIssuer issuer,
        Period period,
        boolean over,
        boolean mayIssue,
        boolean mayObject,
        List<IndicatorView> indicators,
        List<Row> rows,
        List<Issue> issues,
        List<Correction> corrections) {

    /** How many sheets were issued. */
    public int seen() {
        return issues.stream().mapToInt(Issue::number).max().orElse(0);
    }

    /** The indicator with the code, which is one of the columns. */
    public IndicatorView indicator(String code) {
        return indicators.stream()
                .filter(indicator -> indicator.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    public boolean isIssued() {
        return rows.stream().anyMatch(row -> !row.cells().isEmpty());
    }

    /** A township with its figures and what it objected to them. */
    public record Row(TownshipView township, Map<String, Cell> cells, List<ObjectionRow> objections) {

        public @Nullable Cell cell(String code) {
            return cells.get(code);
        }

        /** What counts; {@code null} for nothing. */
        public @Nullable BigDecimal value(String code) {
            Cell cell = cells.get(code);
            return cell == null ? null : cell.value();
        }

        public boolean isObjected(String code) {
            return objections.stream()
                    .anyMatch(one -> one.isOpen() && one.indicatorCode().equals(code));
        }
    }

    /** A figure that counts. */
    public record Cell(BigDecimal value, int version, Instant at, String byName) {}

    /**
     * A sheet that was issued.
     *
     * @param doubts at how many figures the checks wondered
     * @param note why those are right; empty when there were none
     */
    public record Issue(
            UUID id,
            int number,
            IssueWay way,
            String fileName,
            int fresh,
            int changed,
            int unchanged,
            int doubts,
            String note,
            String byName,
            String byUnit,
            Instant at,
            String hash) {

        public String wayKey() {
            return "industry.issue.way." + way;
        }
    }

    /** A figure before and after it was issued again. */
    public record Correction(
            String township,
            String indicatorCode,
            int version,
            BigDecimal before,
            BigDecimal after,
            String byName,
            Instant at) {}
}
