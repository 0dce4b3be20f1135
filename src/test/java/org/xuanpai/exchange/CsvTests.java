package org.xuanpai.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTests {

    private static final String ALPHABET = "=+-@＝＋－＠'\"“,;\t\r\n 　\u00A0\u200B\uFEFF\u202Eab1工业镇𠮷|";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+8613800000000",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "＝1+1",
                "＋1",
                "－1",
                "＠a",
                " =1",
                "　=1",
                "\u200B=1",
                "\u00A0@x",
                "\tx"
            })
    void aTextThatLooksLikeAFormulaGetsAnApostrophe(String text) {
        assertThat(Csv.neutralised(text)).isEqualTo("'" + text);
        assertThat(Csv.original(Csv.neutralised(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "柳渡镇", "a=b", "1-2", "2026-10", "a@b", " x", "“=”"})
    void anOrdinaryTextStaysAsItIs(String text) {
        assertThat(Csv.neutralised(text)).isEqualTo(text);
    }

    @Test
    void aTextThatStartsWithAnApostropheComesBackWithIt() {
        assertThat(Csv.neutralised("'=1")).isEqualTo("''=1");
        assertThat(Csv.original("''=1")).isEqualTo("'=1");
    }

    @Test
    void anyTableOfAnyTextsComesBackFromItsCsv() {
        Random random = new Random(20261124);
        for (int round = 0; round < 2_000; round++) {
            List<List<String>> table = table(random);
            String csv = table.stream()
                    .map(row -> row.stream().map(Csv::textField).collect(Collectors.joining(",")))
                    .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
            assertThat(Csv.parse(csv)).as("round %d", round).isEqualTo(table);
        }
    }

    @Test
    void noFieldOfAnyTextStartsLikeAFormula() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            String written = Csv.neutralised(text(random));
            assertThat(written.strip())
                    .doesNotStartWith("=")
                    .doesNotStartWith("＝")
                    .doesNotStartWith("@");
            assertThat(written).doesNotMatch("(?s)^[+\\-＋－＠\\t\\r\\n].*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\r\nc,d", "a,b\nc,d\n", "\uFEFFa,b\rc,d"})
    void everyUsualLineEndIsRead(String csv) {
        assertThat(Csv.parse(csv)).containsExactly(List.of("a", "b"), List.of("c", "d"));
    }

    @Test
    void aStrayQuotationMarkIsRefusedWithItsLine() {
        assertThatThrownBy(() -> Csv.parse("a,b\nc,d\"e"))
                .isInstanceOfSatisfying(
                        CsvBroken.class,
                        broken -> assertThat(broken.arguments()).containsExactly(2));
        assertThatThrownBy(() -> Csv.parse("a,\"b")).isInstanceOf(CsvBroken.class);
        assertThatThrownBy(() -> Csv.parse("\"a\"b")).isInstanceOf(CsvBroken.class);
    }

    @Test
    void aRowIsReadOverTheEdgeOfTheBufferAndNamedByTheLineItBeginsOn() throws IOException {
        CsvReader csv = new CsvReader(new StringReader("x".repeat(8_191) + "\r\"a\nb\",c\n\nd"), 10_000);

        assertThat(csv.next().orElseThrow()).hasSize(1);
        assertThat(csv.next()).contains(List.of("a\nb", "c"));
        assertThat(csv.line()).isEqualTo(2);
        assertThat(csv.next()).contains(List.of(""));
        assertThat(csv.next()).contains(List.of("d"));
        assertThat(csv.line()).isEqualTo(5);
        assertThat(csv.next()).isEmpty();
    }

    @Test
    void aRowThatIsTooLongIsRefusedHoweverManyFieldsItHas() {
        assertThatThrownBy(() -> new CsvReader(new StringReader("ab,cd,ef"), 5).next())
                .isInstanceOfSatisfying(
                        CsvBroken.class,
                        broken -> assertThat(broken.isTooLong()).isTrue());
    }

    private static List<List<String>> table(Random random) {
        List<List<String>> rows = new ArrayList<>();
        int columns = 1 + random.nextInt(4);
        for (int row = 0; row <= random.nextInt(5); row++) {
            rows.add(random.ints(columns, 0, 1).mapToObj(any -> text(random)).toList());
        }
        return rows;
    }

    private static String text(Random random) {
        int[] signs = ALPHABET.codePoints().toArray();
        return random.ints(random.nextInt(6), 0, signs.length)
                .mapToObj(index -> Character.toString(signs[index]))
                .collect(Collectors.joining());
    }
}
