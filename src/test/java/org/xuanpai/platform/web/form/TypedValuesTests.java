package org.xuanpai.platform.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.ParseException;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xuanpai.shared.NotAMonth;
import org.xuanpai.shared.Period;

class TypedValuesTests {

    private final TypedFigure figures = new TypedFigure();
    private final TypedDay days = new TypedDay();
    private final TypedPeriod periods = new TypedPeriod();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "10764; 10764",
                "-15.38; -15.38",
                "−15.38; -15.38",
                "+8.2; 8.2",
                "118,932.4; 118932.4",
                "１２３．５; 123.5",
                "１，２３４; 1234",
                " 7 ; 7",
                "999999999999999.999999; 999999999999999.999999"
            })
    void figuresAreTakenAsPeopleTypeThem(String typed, String value) throws ParseException {
        assertThat(figures.parse(typed, Locale.ROOT)).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "1e9",
                "1E999999999",
                "0x1F",
                "1,23",
                "12,34,567",
                "1.2.3",
                "--1",
                "1000000000000000",
                "123456789012345678901234567890",
                "0.1234567",
                "1\u00002",
                "NaN",
                "Infinity",
                "五"
            })
    void whatIsNoFigureIsRefused(String typed) {
        assertThatThrownBy(() -> figures.parse(typed, Locale.ROOT)).isInstanceOf(ParseException.class);
    }

    @Test
    void daysAreRealDaysOfOurCenturies() throws ParseException {
        assertThat(days.parse(" 2028-02-29 ", Locale.ROOT)).isEqualTo(LocalDate.of(2028, 2, 29));
        for (String typed :
                new String[] {"2026-02-29", "2026-13-01", "26-01-01", "+999999999-12-31", "2026/11/09", "", "1800-01-01"
                }) {
            assertThatThrownBy(() -> days.parse(typed, Locale.ROOT)).as(typed).isInstanceOf(ParseException.class);
        }
    }

    @Test
    void periodsAreMonthsThatAreReported() {
        assertThat(periods.parse("2026-10", Locale.ROOT)).isEqualTo(Period.of(2026, 10));
        for (String typed : new String[] {"2026-01", "2026-13", "10", "", "2026-10-01", "9999-10"}) {
            assertThatThrownBy(() -> periods.parse(typed, Locale.ROOT))
                    .as(typed)
                    .isInstanceOf(NotAMonth.class);
        }
    }

    @Test
    void textIsComposedAndEndsWithoutBlanks() {
        assertThat(TypedText.normalized("cafe\u0301 \r\nnext\t ")).isEqualTo("caf\u00e9 \nnext");
        assertThat(TypedText.normalized("  柳渡镇")).isEqualTo("  柳渡镇");
        assertThat(TypedText.normalized("\uFEFFcafe\u200B\u0301\u00A0\u3164")).isEqualTo("caf\u00e9");
        assertThat(TypedText.normalized("\u200B\n\u00A0\u2800")).isEmpty();
    }
}
