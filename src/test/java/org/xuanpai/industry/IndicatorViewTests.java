package org.xuanpai.industry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorViewTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | 59263.6 | 59,263.60",
                "2 | 28059 | 28,059.00",
                "2 | -9.65 | \u22129.65",
                "2 | 1E+3 | 1,000.00",
                "2 | 0.125 | 0.125",
                "0 | 13 | 13",
                "0 | 13.00 | 13",
                "0 | 12345.5 | 12,345.5",
            })
    void aFigureIsWrittenWithTheDecimalsOfItsIndicatorAndLosesNone(int decimals, BigDecimal figure, String written) {
        assertThat(indicator(decimals).written(figure)).isEqualTo(written);
    }

    private static IndicatorView indicator(int decimals) {
        return new IndicatorView(
                "profit",
                "\u5229\u6da6",
                "profit",
                "\u4e07\u5143",
                "10k yuan",
                IndicatorSection.FINANCE,
                IndicatorKind.FLOW,
                TypedValue.CUMULATIVE,
                decimals,
                true,
                null,
                null,
                FigureSource.TOWNSHIP,
                "",
                "",
                false,
                null);
    }
}
