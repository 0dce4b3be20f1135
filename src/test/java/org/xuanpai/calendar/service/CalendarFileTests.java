package org.xuanpai.calendar.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xuanpai.calendar.CalendarFileRefused;
import org.xuanpai.calendar.StatutoryDay;
import org.xuanpai.exchange.CsvBroken;
import org.xuanpai.shared.RuleViolation;

class CalendarFileTests {

    private static final String DAY = "{'name': '元旦', 'date': '2027-01-01', 'isOffDay': true}";

    @Test
    void aJsonFileAsPublishedIsRead() {
        CalendarFile file = read(json("'papers': ['https://www.gov.cn/zhengce/a.htm'], 'days': [%s, %s]"
                .formatted("{'name': '元旦', 'date': '2027-01-02', 'isOffDay': false}", DAY)));
        assertThat(file.papers()).containsExactly("https://www.gov.cn/zhengce/a.htm");
        assertThat(file.days())
                .containsExactly(
                        new StatutoryDay(LocalDate.of(2027, 1, 1), true, "元旦"),
                        new StatutoryDay(LocalDate.of(2027, 1, 2), false, "元旦"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            日期,安排,名称\\r\\n2027-01-01,休,元旦\\r\\n2027-01-02,班,元旦
            \uFEFFdate,arrangement,name,weekday\\n2027-01-01,off,元旦,Friday\\n\\n2027-01-02,Work,元旦,Saturday\\n
            2027-01-01,放假,元旦\\n2027-01-02,上班,元旦
            """)
    void ourOwnCommaSeparatedTextIsRead(String text) {
        assertThat(read(text.replace("\\r", "\r").replace("\\n", "\n")).days())
                .containsExactly(
                        new StatutoryDay(LocalDate.of(2027, 1, 1), true, "元旦"),
                        new StatutoryDay(LocalDate.of(2027, 1, 2), false, "元旦"));
    }

    @Test
    void daysOfTheDecemberBeforeAndTheJanuaryAfterBelongToAYear() {
        assertThat(read("2026-12-31,休,元旦\n2027-01-01,休,元旦\n2028-01-01,休,元旦").days())
                .hasSize(3);
        assertRefused("2026-11-30,休,元旦", "foreignDate", 1, "2026-11-30", "2027");
        assertRefused("2027-01-01,休,元旦\n2028-02-01,休,春节", "foreignDate", 2, "2028-02-01", "2027");
    }

    @Test
    void aFileOfAnotherYearIsRefused() {
        assertRefused(
                json("'days': [" + DAY + "]").replace("'year': 2027", "'year': 2026"), "wrongYear", "2026", "2027");
        assertRefused("{'days': []}", "noYear");
        assertRefused("{'year': '2027', 'days': []}", "noYear");
        assertRefused("{'year': 99999999999, 'days': []}", "noYear");
    }

    @Test
    void aFileWithoutDaysIsRefused() {
        assertRefused(json("'days': []"), "noDays");
        assertRefused(json("'days': 7"), "noDays");
        assertRefused("日期,安排,名称\n", "noDays");
        assertRefused("2027-01-02,班,元旦", "noDays");
    }

    @Test
    void aDateThatIsNoneIsRefusedWithItsPlace() {
        assertRefused("2027-01-01,休,元旦\n2027-02-30,休,春节", "badDate", 2, "2027-02-30");
        assertRefused(json("'days': [{'name': 'x', 'date': 7, 'isOffDay': true}]"), "badDate", 1, "");
        assertRefused("2027-01-01,休,元旦\n" + "9".repeat(50) + ",休,x", "badDate", 2, "9".repeat(20) + "…");
    }

    @Test
    void aDayNamedTwiceIsRefused() {
        assertRefused(json("'days': [" + DAY + "," + DAY + "]"), "duplicate", 2, "2027-01-01");
    }

    @Test
    void anArrangementOrNameThatIsMissingIsRefusedWithItsPlace() {
        assertRefused("2027-01-01,maybe,元旦", "noArrangement", 1);
        assertRefused(json("'days': [{'name': 'x', 'date': '2027-01-01', 'isOffDay': 'true'}]"), "noArrangement", 1);
        assertRefused("2027-01-01,休, ", "badName", 1, 40);
        assertRefused("2027-01-01,休," + "长".repeat(41), "badName", 1, 40);
        assertRefused("2027-01-01,休,\"a\u0007b\"", "badName", 1, 40);
    }

    @Test
    void whatIsNoTextOrTooLargeIsRefused() {
        assertRefused("", "empty");
        assertRefused("2027-01-01,休,元\0旦", "notText");
        assertThatThrownBy(() -> CalendarFile.read("2027-01-01,休,元旦".getBytes(Charset.forName("GBK")), 2027))
                .hasMessageContaining("calendar.file.notText");
        assertThatThrownBy(() -> CalendarFile.read(new byte[100 * 1024 + 1], 2027))
                .hasMessageContaining("calendar.file.tooLarge");
        assertThatThrownBy(() -> CalendarFile.read(new byte[] {'P', 'K', 3, 4, (byte) 0xF0}, 2027))
                .hasMessageContaining("calendar.file.notText");
    }

    @Test
    void whatIsNeitherJsonNorOurTextIsRefused() {
        assertRefused("{'year': 2027, 'days': [", "notJson", 1);
        assertRefused("{'year': 2027, 'year': 2027}", "notJson", 1);
        assertRefused("[1, 2]", "notCalendar", 1);
        assertRefused("<html>\n<body>", "notCalendar", 1);
        assertThatThrownBy(() -> read("a,b,c\n2027-01-01,\"休,元旦")).isInstanceOf(CsvBroken.class);
        assertRefused("[".repeat(5_000).indent(1).replace("[", "{\"a\":"), "notJson", 1);
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        assertRefused(json("'papers': ['javascript:alert(1)'], 'days': [" + DAY + "]"), "badPaper", 1);
    }

    @Test
    void moreDaysThanAYearCanNameAreRefused() {
        String days = LocalDate.of(2027, 1, 1)
                .datesUntil(LocalDate.of(2027, 6, 1))
                .map(day -> day + ",休,假")
                .collect(Collectors.joining("\n"));
        assertRefused(days, "tooManyDays", 120);
    }

    private static CalendarFile read(String text) {
        return CalendarFile.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8), 2027);
    }

    private static String json(String members) {
        return "{'$id': 'x', 'year': 2027, " + members + "}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}}",
                "{'year': 2027, 'days': {}}",
                "{'year': 2027, 'days': [null, 1, [], {}]}",
                "{'year': {'a': 1}, 'days': []}",
                "{'year': 99999999999999999999, 'days': []}",
                "{'year': 2027, 'days': [], 'days': []}",
                "{'year': 2027, 'days': [{'date': 20270101, 'isOffDay': 'true', 'name': {}}]}",
                "{'year': NaN}",
                "{'\\uD800': 1}"
            })
    void rubbishIsRefusedAsAFileAndNeverAnError(String text) {
        assertThatThrownBy(() -> read(text.replace('\'', '"'))).isInstanceOf(RuleViolation.class);
    }

    @Test
    void deepAndLongRubbishIsRefusedAsAFile() {
        for (String text : List.of("{\"a\":" + "[".repeat(90_000), "{\"year\":" + "9".repeat(90_000) + "}")) {
            assertThatThrownBy(() -> read(text)).isInstanceOf(RuleViolation.class);
        }
    }

    @Test
    void aFileDamagedAnywhereIsReadOrRefused() {
        byte[] whole = json("'papers': ['https://www.gov.cn/zhengce/a.htm'], 'days': [%s]".formatted(DAY))
                .getBytes(StandardCharsets.UTF_8);
        java.util.Random random = new java.util.Random(20_261_124);
        for (int i = 0; i < 5_000; i++) {
            byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length) + 1);
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            try {
                CalendarFile.read(damaged, 2027);
            } catch (RuleViolation refused) {
                assertThat(refused.key()).isNotBlank();
            }
        }
    }

    private static void assertRefused(String text, String reason, Object... arguments) {
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(CalendarFileRefused.class, refused -> {
            assertThat(refused.key()).isEqualTo("calendar.file." + reason);
            assertThat(refused.arguments()).containsExactly(arguments);
        });
    }
}
