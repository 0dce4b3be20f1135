package org.xuanpai.progress.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.xuanpai.progress.check.RuleKind.*;
import static org.xuanpai.shared.Severity.*;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xuanpai.industry.FigureSource;
import org.xuanpai.industry.IndicatorKind;
import org.xuanpai.industry.IndicatorSection;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.TypedValue;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Severity;

/** The rules as they are shipped, over series small enough to be worked out by hand. */
class CheckRulesTests {

    private static final Map<Parameter, BigDecimal> BAND = Map.of(
            Parameter.LEAST_BASE, of("10"),
            Parameter.BAND_FACTOR, of("5"),
            Parameter.LEAST_BAND, of("20"),
            Parameter.WINDOW, of("36"),
            Parameter.LEAST_POINTS, of("6"));

    private static final List<CheckRule> SHIPPED = List.of(
            new CheckRule(PART_ABOVE_WHOLE, null, null, BLOCK, true, Map.of()),
            new CheckRule(BELOW_LAST_MONTH, null, null, REASON, true, Map.of()),
            new CheckRule(OUTLIER, null, null, REASON, true, BAND),
            yearChange(null, "50", true),
            new CheckRule(NEGATIVE_MONTH, null, null, HINT, true, Map.of()),
            new CheckRule(GROWTH_APART, "power", "output", HINT, true, Map.of(Parameter.LIMIT, of("20"))),
            new CheckRule(UNCHANGED, null, null, HINT, true, Map.of()));

    private static final IndicatorView OUTPUT = flow("output", TypedValue.CUMULATIVE, false, null);
    private static final IndicatorView FUNDS = flow("funds", TypedValue.MONTH, false, null);
    private static final IndicatorView PROFIT = flow("profit", TypedValue.CUMULATIVE, true, null);
    private static final IndicatorView POWER = flow("power", TypedValue.MONTH, false, null);
    private static final IndicatorView FIXED = flow("fixed", TypedValue.CUMULATIVE, false, null);
    private static final IndicatorView INDUSTRIAL = flow("industrial", TypedValue.CUMULATIVE, false, "fixed");
    private static final IndicatorView STAFF =
            indicator("staff", IndicatorKind.STOCK, TypedValue.MONTH, false, null, 0);
    private static final IndicatorView RATE = indicator("rate", IndicatorKind.RATE, TypedValue.MONTH, true, null, 1);

    private static final Period OCTOBER = Period.of(2026, 10);

    /**
     * A series with a season: 1–2月 is double, December three times a usual month. Against the same month of the year before it
     * grew by
     *
     * <pre>
     * 2025  8  5 10 12  6  9  7 11  4  8 10
     * 2026  9  6  8 12  5 10  7  9          (to September)
     * sorted       4 5 5 6 6 7 7 8 8 [8] 9 9 9 10 10 10 11 12 12   median 8
     * deviations   0 0 0 1 1 1 1 1 2 [2] 2 2 2  3  3  3  4  4  4   median deviation 2
     * width        5 × 2 = 10, at least 20                         band 8 − 20 = −12 to 8 + 20 = +28
     * </pre>
     *
     * October 2025 was 124.80, December 2025 330.00.
     */
    private static EarlierMonths seasonal() {
        EarlierMonths series = new EarlierMonths();
        String[] first = {"200", "110", "100", "105", "120", "95", "100", "115", "120", "140", "300"};
        String[] second = {"216", "115.5", "110", "117.6", "127.2", "103.55", "107", "127.65", "124.8", "151.2", "330"};
        String[] third = {"235.44", "122.43", "118.8", "131.712", "133.56", "113.905", "114.49", "139.1385"};
        fill(series, "funds", Period.of(2024, 2), first);
        fill(series, "funds", Period.of(2025, 2), second);
        fill(series, "funds", Period.of(2026, 2), third);
        return series;
    }

    @ParameterizedTest
    @CsvSource({
        // against 124.80 of October 2025
        "134.78, +8.0,  inside",
        "109.83, -12.0, inside",
        "109.69, -12.1, outside",
        "159.74, +28.0, inside",
        "159.87, +28.1, outside"
    })
    void aSeasonalSeriesIsHeldAgainstTheSameMonthsOfTheYearsBefore(String value, String change, String where) {
        Finding finding = outlier(FUNDS, OCTOBER, value, seasonal());

        assertThat(finding == null ? "" : text(finding).get(2))
                .isEqualTo(where.equals("outside") ? change.substring(1) : "");
    }

    @Test
    void aSeasonalPeakIsNothingUnusual() {
        EarlierMonths series = seasonal();
        fill(series, "funds", OCTOBER, "135", "163");

        // 363 is 2.2 times November's 163, and 10 % more than December 2025
        assertThat(outlier(FUNDS, Period.of(2026, 12), "363", series)).isNull();
        assertThat(outlier(FUNDS, Period.of(2026, 12), "163", series)).isNotNull();
    }

    @Test
    void theBandIsSaidInWords() {
        Finding finding = outlier(FUNDS, OCTOBER, "74.88", seasonal());

        assertThat(finding).isNotNull();
        assertThat(finding.key()).isEqualTo("check.finding.OUTLIER.LAST_YEAR");
        // the indicator, less (0) or more (1), by how much, from how many months, the band, both months
        assertThat(text(finding)).containsExactly("Funds", "0", "40.0", "19", "\u221212.0", "+28.0", "74.88", "124.80");
    }

    /**
     * Projects come now and then: 0 0 30 0 0 0 25 0 … What follows a zero cannot be told in percent, and only two months of each
     * year are large enough to be compared with, so there are never six changes.
     */
    @ParameterizedTest
    @CsvSource({"0", "30", "500"})
    void aSeriesWithManyZerosHasNoBand(String value) {
        EarlierMonths series = new EarlierMonths();
        String[] year = {"0", "0", "30", "0", "0", "0", "25", "0", "0", "0", "0"};
        fill(series, "funds", Period.of(2024, 2), year);
        fill(series, "funds", Period.of(2025, 2), year);
        fill(series, "funds", Period.of(2026, 2), "0", "0", "30", "0", "0", "0", "25", "0");

        assertThat(outlier(FUNDS, OCTOBER, value, series)).isNull();
    }

    /** Ten months at 120: every change is 0, so the median is 0 and the deviation 0; the band is −20 to +20. */
    @ParameterizedTest
    @CsvSource({"120, inside", "144, inside", "145, outside", "96, inside", "95, outside"})
    void aSeriesThatNeverMovesHasABandOfTheLeastWidth(String value, String where) {
        EarlierMonths series = new EarlierMonths();
        fill(
                series,
                "staff",
                Period.of(2025, 11),
                "120",
                "120",
                "120",
                "120",
                "120",
                "120",
                "120",
                "120",
                "120",
                "120");

        assertThat(outlier(STAFF, OCTOBER, value, series) != null).isEqualTo(where.equals("outside"));
    }

    /**
     * 100 110 99 108.9 98 107.8: five changes +10 −10 +10 −10 +10 are too few; with a month of 97 before September's 100 there
     * are six, +3.1 among them: sorted −10 −10 3.1 10 10 10, median 6.55, deviations 3.45 3.45 3.45 3.45 16.55 16.55, median
     * deviation 3.45, width 20: −13.5 to +26.6 (rounded).
     */
    @ParameterizedTest
    @CsvSource({"false, 10", "false, 1000", "true, 10", "true, 1000"})
    void fiveChangesAreNoExperienceSixAre(boolean sixth, String value) {
        EarlierMonths series = new EarlierMonths();
        fill(series, "funds", Period.of(2026, 4), "100", "110", "99", "108.9", "98", "107.8");
        if (sixth) {
            fill(series, "funds", Period.of(2026, 3), "97");
        }

        Finding finding = outlier(FUNDS, OCTOBER, value, series);

        assertThat(finding != null).isEqualTo(sixth);
        if (finding != null) {
            assertThat(finding.key()).isEqualTo("check.finding.OUTLIER.MONTH_BEFORE");
            assertThat(text(finding).subList(3, 6)).containsExactly("6", "\u221213.5", "+26.6");
        }
    }

    /** 1–2月 of 200 counts as a month of 100, so March's 104 is 4 % more, not 48 % less. */
    @Test
    void theFirstReportOfAYearCountsAsAMonthOfAverageSize() {
        EarlierMonths series = new EarlierMonths();
        fill(series, "funds", Period.of(2025, 7), "100", "101", "99", "100", "102", "100", "200");

        assertThat(outlier(FUNDS, Period.of(2026, 3), "104", series)).isNull();
        assertThat(outlier(FUNDS, Period.of(2026, 3), "200", series)).isNotNull();
    }

    @Test
    void aRateIsLookedAtByItsLevel() {
        EarlierMonths series = new EarlierMonths();
        fill(series, "rate", Period.of(2026, 3), "7.0", "7.2", "6.8", "7.1", "-0.5", "7.4", "7.0");

        assertThat(outlier(RATE, OCTOBER, "9.3", series)).isNull();
        assertThat(outlier(RATE, OCTOBER, "71", series))
                .extracting(Finding::key)
                .isEqualTo("check.finding.OUTLIER.LEVEL");
    }

    @Test
    void aPartIsNotLargerThanItsWhole() {
        List<Finding> findings = findings(
                SHIPPED,
                OCTOBER,
                new EarlierMonths(),
                Map.of(FIXED, figure(FIXED, "2980", "2980"), INDUSTRIAL, figure(INDUSTRIAL, "3120", "3120")));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.isBlocking()).isTrue();
            assertThat(finding.field()).isEqualTo("industrial");
            assertThat(finding.others()).containsExactly("fixed");
            assertThat(text(finding)).containsExactly("Industrial", "3,120.00", "Fixed", "2,980.00");
        });
        assertThat(findings(
                        SHIPPED,
                        OCTOBER,
                        new EarlierMonths(),
                        Map.of(FIXED, figure(FIXED, "2980", "2980"), INDUSTRIAL, figure(INDUSTRIAL, "2980", "2980"))))
                .isEmpty();
    }

    @Test
    void aMonthAndACumulativeValueAreComparedByWhatFollowsFromBoth() {
        IndicatorView paid = flow("paid", TypedValue.MONTH, false, "fixed");

        assertThat(findings(
                        SHIPPED,
                        OCTOBER,
                        new EarlierMonths(),
                        Map.of(FIXED, figure(FIXED, "100", "5"), paid, new Figure(of("5"), of("5"), null, null))))
                .isEmpty();
        assertThat(findings(
                        SHIPPED,
                        OCTOBER,
                        new EarlierMonths(),
                        Map.of(FIXED, figure(FIXED, "100", "5"), paid, new Figure(of("5"), of("5"), of("101"), null))))
                .extracting(Finding::rule)
                .containsExactly(PART_ABOVE_WHOLE);
    }

    @Test
    void aPartAboveAWholeThatOthersIssueIsExplainedNotBlocked() {
        IndicatorView issued =
                indicator("fixed", IndicatorKind.FLOW, TypedValue.CUMULATIVE, false, null, 2, FigureSource.COUNTY);
        Map<IndicatorView, Figure> figures =
                Map.of(issued, figure(issued, "100", "5"), INDUSTRIAL, figure(INDUSTRIAL, "101", "5"));

        assertThat(findings(SHIPPED, OCTOBER, new EarlierMonths(), figures))
                .extracting(Finding::rule, Finding::severity)
                .containsExactly(tuple(PART_ABOVE_WHOLE, REASON));
    }

    @ParameterizedTest
    @CsvSource({"899.99, BELOW_LAST_MONTH", "900, ''", "950, ''"})
    void aCumulativeValueIsNotBelowLastMonths(String cumulative, String rule) {
        EarlierMonths series = new EarlierMonths().with("output", Period.of(2026, 9), of("100"), of("900"));
        BigDecimal month = of(cumulative).subtract(of("900"));

        assertThat(findings(
                        SHIPPED,
                        OCTOBER,
                        series,
                        Map.of(OUTPUT, new Figure(of(cumulative), month, of(cumulative), null))))
                .extracting(finding -> finding.rule().name())
                .isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
    }

    @Test
    void aNewYearBeginsAtNothing() {
        EarlierMonths series = new EarlierMonths().with("output", Period.of(2025, 12), of("100"), of("900"));

        assertThat(findings(SHIPPED, Period.of(2026, 2), series, Map.of(OUTPUT, figure(OUTPUT, "150", "150"))))
                .isEmpty();
    }

    @Test
    void whatMayFallIsOnlyHintedAt() {
        EarlierMonths series = new EarlierMonths().with("profit", Period.of(2026, 9), of("100"), of("900"));

        assertThat(findings(
                        SHIPPED, OCTOBER, series, Map.of(PROFIT, new Figure(of("850"), of("-50"), of("850"), null))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(NEGATIVE_MONTH);
                    assertThat(finding.severity()).isEqualTo(HINT);
                    assertThat(text(finding)).containsExactly("Profit", "\u221250.00");
                });
    }

    @ParameterizedTest
    @CsvSource({
        // October 2025 was 200
        "100,    ''",
        "300,    ''",
        "99.8,   50.1",
        "300.2,  50.1",
        "1000,   400.0"
    })
    void theSameMonthLastYearDiffersByHalfAtMost(String value, String percent) {
        EarlierMonths series = new EarlierMonths().with("funds", Period.of(2025, 10), of("200"), of("2000"));

        assertThat(findings(SHIPPED, OCTOBER, series, Map.of(FUNDS, figure(FUNDS, value, value))))
                .extracting(finding -> text(finding).get(4))
                .isEqualTo(percent.isEmpty() ? List.of() : List.of(percent));
    }

    @Test
    void aRateIsNotComparedInPercent() {
        EarlierMonths series = new EarlierMonths().with("rate", Period.of(2025, 10), of("20"), null);

        assertThat(findings(SHIPPED, OCTOBER, series, Map.of(RATE, figure(RATE, "50", "50"))))
                .isEmpty();
    }

    @Test
    void smallNumbersAreNotComparedWithSmallOnes() {
        EarlierMonths series = new EarlierMonths().with("funds", Period.of(2025, 10), of("9.99"), of("2000"));

        assertThat(findings(SHIPPED, OCTOBER, series, Map.of(FUNDS, figure(FUNDS, "5000", "5000"))))
                .isEmpty();
    }

    @Test
    void oneFigureIsExplainedOnce() {
        // 40 is outside the band and less than half of October 2025
        assertThat(findings(SHIPPED, OCTOBER, seasonal(), Map.of(FUNDS, figure(FUNDS, "40", "40"))))
                .extracting(Finding::rule)
                .containsExactly(OUTLIER);
    }

    @Test
    void whatHasToBeChangedAnywayIsNotExplained() {
        EarlierMonths series = new EarlierMonths().with("industrial", Period.of(2025, 10), of("10"), of("100"));
        Map<IndicatorView, Figure> figures =
                Map.of(FIXED, figure(FIXED, "2980", "2980"), INDUSTRIAL, figure(INDUSTRIAL, "3120", "900"));

        assertThat(findings(SHIPPED, OCTOBER, series, figures))
                .extracting(Finding::rule)
                .containsExactly(PART_ABOVE_WHOLE);
    }

    @ParameterizedTest
    @CsvSource({"28.3, false", "28.4, true", "-11.7, false", "-11.8, true"})
    void powerAndOutputGrowTogether(String growth, boolean apart) {
        Map<IndicatorView, Figure> figures = Map.of(
                OUTPUT, new Figure(of("1"), null, null, of("8.3")),
                POWER, new Figure(of("1"), null, null, of(growth)));

        assertThat(findings(SHIPPED, OCTOBER, new EarlierMonths(), figures))
                .extracting(Finding::rule)
                .isEqualTo(apart ? List.of(GROWTH_APART) : List.of());
    }

    @Test
    void whatWasReturnedAndLeftAsItWasIsSaid() {
        assertThat(sheet(SHIPPED, OCTOBER, new EarlierMonths())
                        .findings(List.of(FUNDS), Map.of("funds", figure(FUNDS, "1", "1")), Set.of("funds")))
                .extracting(Finding::rule)
                .containsExactly(UNCHANGED);
    }

    /** 74.88 lies outside the band and came back: one reason answers both, and only when the other one is asked for. */
    @ParameterizedTest
    @CsvSource({"REASON, HINT, REASON", "HINT, REASON, HINT"})
    void whatIsUnchangedAndUnusualIsExplainedOnce(Severity unchanged, Severity unusual, Severity asked) {
        List<CheckRule> rules = List.of(
                new CheckRule(OUTLIER, null, null, REASON, true, BAND),
                new CheckRule(UNCHANGED, null, null, unchanged, true, Map.of()));

        List<Finding> found = sheet(rules, OCTOBER, seasonal())
                .findings(List.of(FUNDS), Map.of("funds", figure(FUNDS, "74.88", "74.88")), Set.of("funds"));

        assertThat(found).extracting(Finding::rule).containsExactly(OUTLIER, UNCHANGED);
        assertThat(found).extracting(Finding::severity).containsExactly(unusual, asked);
    }

    @Test
    void theRuleInFrontCounts() {
        EarlierMonths series = new EarlierMonths()
                .with("funds", Period.of(2025, 10), of("200"), null)
                .with("power", Period.of(2025, 10), of("200"), null);
        Map<IndicatorView, Figure> figures =
                Map.of(FUNDS, figure(FUNDS, "400", "400"), POWER, figure(POWER, "400", "400"));

        assertThat(findings(
                        List.of(yearChange("funds", "150", true), yearChange(null, "50", true)),
                        OCTOBER,
                        series,
                        figures))
                .extracting(Finding::field)
                .containsExactly("power");
        assertThat(findings(
                        List.of(yearChange("funds", "50", false), yearChange(null, "50", true)),
                        OCTOBER,
                        series,
                        figures))
                .extracting(Finding::field)
                .containsExactly("power");
    }

    @Test
    void onlyWhatContradictsItselfIsBlocked() {
        assertThatThrownBy(() -> new CheckRule(OUTLIER, null, null, BLOCK, true, BAND))
                .isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> new CheckRule(YEAR_CHANGE, null, null, REASON, true, Map.of()))
                .isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> yearChange(null, "0", true)).isInstanceOf(RuleRefused.class);
    }

    @Test
    void aReasonCountsForTheFindingItWasGivenFor() {
        Finding finding = outlier(FUNDS, OCTOBER, "40", seasonal());
        assertThat(finding).isNotNull();
        ReasonKey other = new ReasonKey("funds", YEAR_CHANGE);

        Findings open = new Findings(List.of(finding), Map.of(other, "x", finding.reasonKey(), "  "));
        assertThat(open.missingReasons()).containsExactly(finding);
        assertThat(open.reasons()).isEmpty();

        Findings given = new Findings(List.of(finding), Map.of(other, "x", finding.reasonKey(), "设备晚到"));
        assertThat(given.open()).isEmpty();
        assertThat(given.reasons()).containsOnlyKeys(finding.reasonKey());
    }

    @ParameterizedTest
    @CsvSource({
        "fixed_investment.OUTLIER, true",
        "fixed_investment.OUTLIERS, false",
        "OUTLIER, false",
        ".OUTLIER, false",
        "'', false"
    })
    void aReasonsNameInTheFormIsRead(String name, boolean known) {
        assertThat(ReasonKey.parse(name).map(ReasonKey::toString).orElse("")).isEqualTo(known ? name : "");
    }

    private static @Nullable Finding outlier(
            IndicatorView indicator, Period period, String value, EarlierMonths series) {
        List<CheckRule> band = List.of(new CheckRule(OUTLIER, null, null, REASON, true, BAND));
        return findings(band, period, series, Map.of(indicator, figure(indicator, value, value))).stream()
                .findFirst()
                .orElse(null);
    }

    private static List<Finding> findings(
            List<CheckRule> rules, Period period, EarlierMonths series, Map<IndicatorView, Figure> figures) {
        Map<String, Figure> byCode = new TreeMap<>();
        figures.forEach((indicator, figure) -> byCode.put(indicator.code(), figure));
        List<IndicatorView> asked = figures.keySet().stream()
                .sorted(java.util.Comparator.comparing(IndicatorView::code))
                .toList();
        return sheet(rules, period, series).findings(asked, byCode, Set.of());
    }

    private static CheckSheet sheet(List<CheckRule> rules, Period period, EarlierMonths series) {
        return new CheckSheet(period, new CheckRules(rules), series);
    }

    private static List<String> text(Finding finding) {
        return java.util.Arrays.stream(finding.arguments(Locale.CHINESE))
                .map(String::valueOf)
                .toList();
    }

    private static void fill(EarlierMonths series, String code, Period first, String... values) {
        Period period = first;
        for (String value : values) {
            series.with(code, period, of(value), null);
            period = period.next();
        }
    }

    private static Figure figure(IndicatorView indicator, String typed, String month) {
        return new Figure(of(typed), of(month), indicator.isFlow() ? of(typed) : null, null);
    }

    private static CheckRule yearChange(@Nullable String indicator, String limit, boolean active) {
        return new CheckRule(
                YEAR_CHANGE,
                indicator,
                null,
                Severity.REASON,
                active,
                Map.of(Parameter.LIMIT, of(limit), Parameter.LEAST_BASE, of("10")));
    }

    private static BigDecimal of(String figure) {
        return new BigDecimal(figure);
    }

    private static IndicatorView flow(String code, TypedValue typed, boolean mayBeNegative, @Nullable String partOf) {
        return indicator(code, IndicatorKind.FLOW, typed, mayBeNegative, partOf, 2);
    }

    private static IndicatorView indicator(
            String code,
            IndicatorKind kind,
            TypedValue typed,
            boolean mayBeNegative,
            @Nullable String partOf,
            int decimals) {
        return indicator(code, kind, typed, mayBeNegative, partOf, decimals, FigureSource.TOWNSHIP);
    }

    private static IndicatorView indicator(
            String code,
            IndicatorKind kind,
            TypedValue typed,
            boolean mayBeNegative,
            @Nullable String partOf,
            int decimals,
            FigureSource source) {
        return new IndicatorView(
                code,
                code,
                code,
                "",
                "",
                IndicatorSection.OUTPUT,
                kind,
                typed,
                decimals,
                mayBeNegative,
                partOf,
                null,
                source,
                "",
                "",
                false,
                null);
    }
}
