package org.xuanpai.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTests {

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "00AD", "034F", "115F", "1160", "17B4", "17B5", "180B", "180E", "180F", "200B", "200C", "200D", "2060",
                "2061", "2064", "2065", "206A", "206F", "2800", "3164", "FE00", "FE0F", "FEFF", "FFA0", "FFF0", "FFF9",
                "FFFB", "FFFC", "16FE4", "1BCA0", "1D159", "1D173", "E0001", "E0020", "E007F", "E0100", "E01EF"
            })
    void whatShowsNothingIsNothing(String codePoint) {
        String alone = Character.toString(Integer.parseInt(codePoint, 16));

        assertThat(VisibleText.of(alone)).isEmpty();
        assertThat(VisibleText.of(alone.repeat(9) + " \n" + alone)).isBlank();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"00A0", "2007", "202F"})
    void aNoBreakSpaceIsASpace(String codePoint) {
        String alone = Character.toString(Integer.parseInt(codePoint, 16));

        assertThat(VisibleText.of(alone)).isEqualTo(" ");
        assertThat(VisibleText.of("10" + alone + "000")).isEqualTo("10 000");
    }

    @ParameterizedTest
    @CsvSource({
        "'\uFEFF资金到位', 资金到位",
        "'资\u200B金\u200D到\u00AD位\u2060', 资金到位",
        "'多\u00A0项\u202F目', 多 项 目",
    })
    void whatComesAlongFromAPageIsLeftOut(String pasted, String seen) {
        assertThat(VisibleText.of(pasted)).isEqualTo(seen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "柳渡镇　2026-10\n\t第二行",
                "龘䶮𠮷",
                "葛\uDB40\uDD00城", // the form of the first character as the family writes it
                "\uE000", // a rare character of an older font
                "👩🏽 🇨🇳",
                "e\u0301",
                "ᠮᠣᠩᠭᠣᠯ", // Mongolian
                "བོད་ཡིག", // Tibetan
                "\u0600\u0661", // Arabic number sign
                "\u202Eabc\u200F", // refused elsewhere, with a message
                "a\u0001b"
            })
    void whatIsSeenOrRefusedStays(String text) {
        assertThat(VisibleText.of(text)).isEqualTo(text);
    }

    @Test
    void aFormWithoutItsCharacterIsNothing() {
        assertThat(VisibleText.of("\uFE0F 葛\uFE00 \uFE0F")).isEqualTo(" 葛\uFE00 ");
    }
}
