package org.xuanpai.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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

class DerivedFigureTests {

    private static final Period OCTOBER = Period.of(2026, 10);
    private static final Period FIRST = Period.of(2026, 2);

    /** A real township's January to October, cumulative values typed. */
    @ParameterizedTest
    @CsvSource({"10764, 16900, 63.7", "22166, 19000, 116.7", "7198, 15000, 48.0", "7198, 7000, 102.8", "811, 1000, 81.1"
    })
    void completionIsTheShareOfTheYearlyTarget(BigDecimal cumulative, BigDecimal target, BigDecimal percent) {
        DerivedFigure derived = DerivedFigure.of(flow(TypedValue.CUMULATIVE), OCTOBER, cumulative, null, null, target);
        assertThat(derived.completion()).isEqualTo(percent);
        assertThat(derived.cumulative()).isEqualTo(cumulative);
    }

    @Test
    void theMonthIsWhatTheCumulativeValueGained() {
        DerivedFigure derived =
                DerivedFigure.of(flow(TypedValue.CUMULATIVE), OCTOBER, of("22166"), of("19000.50"), null, null);
        assertThat(derived.monthValue()).isEqualByComparingTo("3165.50");
    }

    @Test
    void aCorrectionMayMakeTheMonthNegative() {
        DerivedFigure derived =
                DerivedFigure.of(flow(TypedValue.CUMULATIVE), OCTOBER, of("900"), of("1000"), null, null);
        assertThat(derived.monthValue()).isEqualByComparingTo("-100");
    }

    @Test
    void theCumulativeValueIsTheMonthAddedToWhatWas() {
        DerivedFigure derived =
                DerivedFigure.of(flow(TypedValue.MONTH), OCTOBER, of("12.5"), of("100"), null, of("150"));
        assertThat(derived.cumulative()).isEqualByComparingTo("112.5");
        assertThat(derived.completion()).isEqualTo(of("75.0"));
    }

    @Test
    void withoutTheMonthBeforeNothingIsGuessed() {
        DerivedFigure month = DerivedFigure.of(flow(TypedValue.MONTH), OCTOBER, of("12.5"), null, of("9"), of("150"));
        assertThat(month).isEqualTo(new DerivedFigure(of("12.5"), null, null, null));
        DerivedFigure cumulative = DerivedFigure.of(flow(TypedValue.CUMULATIVE), OCTOBER, of("12.5"), null, null, null);
        assertThat(cumulative.monthValue()).isNull();
    }

    @Test
    void theFirstReportOfAYearStartsFromNothing() {
        DerivedFigure derived = DerivedFigure.of(flow(TypedValue.MONTH), FIRST, of("12.5"), of("999"), null, null);
        assertThat(derived.cumulative()).isEqualByComparingTo("12.5");
        derived = DerivedFigure.of(flow(TypedValue.CUMULATIVE), FIRST, of("12.5"), of("999"), null, null);
        assertThat(derived.monthValue()).isEqualByComparingTo("12.5");
    }

    @ParameterizedTest
    @CsvSource({
        "108.2, 100, 8.2",
        "84.62, 100, -15.4",
        "100, 100, 0.0",
        "0, 100, -100.0",
        "1, 3, -66.7",
        "-5, 10, -150.0"
    })
    void growthComparesWithTheSamePeriodLastYear(BigDecimal value, BigDecimal base, BigDecimal growth) {
        assertThat(DerivedFigure.growth(value, base)).isEqualTo(growth);
    }

    @Test
    void aBaseOfZeroOrLessGivesNoGrowth() {
        assertThat(DerivedFigure.growth(of("5"), of("0"))).isNull();
        assertThat(DerivedFigure.growth(of("5"), of("-3"))).isNull();
        assertThat(DerivedFigure.growth(of("5"), null)).isNull();
        assertThat(DerivedFigure.growth(null, of("5"))).isNull();
    }

    @Test
    void aTargetOfZeroOrLessGivesNoCompletion() {
        assertThat(DerivedFigure.percent(of("5"), of("0"))).isNull();
        assertThat(DerivedFigure.percent(of("5"), of("-3"))).isNull();
        assertThat(DerivedFigure.percent(of("5"), null)).isNull();
    }

    @Test
    void halvesAreRoundedUp() {
        assertThat(DerivedFigure.percent(of("0.65"), of("1000"))).isEqualTo(of("0.1"));
        assertThat(DerivedFigure.percent(of("12.25"), of("100"))).isEqualTo(of("12.3"));
    }

    @Test
    void aStockHasNoCumulativeValueAndARateNothingDerived() {
        DerivedFigure stock = DerivedFigure.of(
                indicator(IndicatorKind.STOCK, TypedValue.MONTH), OCTOBER, of("12"), of("11"), of("10"), of("13"));
        assertThat(stock).isEqualTo(new DerivedFigure(of("12"), null, of("20.0"), of("92.3")));
        DerivedFigure rate = DerivedFigure.of(
                indicator(IndicatorKind.RATE, TypedValue.MONTH), OCTOBER, of("-15.38"), of("1"), of("2"), of("7"));
        assertThat(rate).isEqualTo(new DerivedFigure(of("-15.38"), null, null, null));
    }

    @Test
    void nothingTypedGivesNothing() {
        DerivedFigure derived = DerivedFigure.of(flow(TypedValue.CUMULATIVE), OCTOBER, null, of("1"), of("2"), of("3"));
        assertThat(derived).isEqualTo(new DerivedFigure(null, null, null, null));
    }

    private static IndicatorView flow(TypedValue typed) {
        return indicator(IndicatorKind.FLOW, typed);
    }

    private static IndicatorView indicator(IndicatorKind kind, TypedValue typed) {
        return new IndicatorView(
                "one",
                "名",
                "name",
                "万元",
                "10k yuan",
                IndicatorSection.OUTPUT,
                kind,
                typed,
                2,
                false,
                null,
                null,
                FigureSource.TOWNSHIP,
                "",
                "",
                false,
                null);
    }

    private static BigDecimal of(@Nullable String figure) {
        return new BigDecimal(figure);
    }
}
