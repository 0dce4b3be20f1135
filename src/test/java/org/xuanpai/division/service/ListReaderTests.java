package org.xuanpai.division.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xuanpai.division.ListRejected;
import org.xuanpai.exchange.Csv;

class ListReaderTests {

    @Test
    void aNameThatWasMadeHarmlessForSpreadsheetsComesBackAsItWas() throws IOException {
        String name = "=一心镇";
        assertThat(read("code,name\n\n98," + Csv.textField(name) + "\n"))
                .containsExactly(new ListRow(3, "98", name, null));
    }

    @ParameterizedTest
    @CsvSource({"'98,\"x', quotes, 2", "'\n98,a\"b', quotes, 3", "'98,x\n\n97,LONG', lineTooLong, 4"})
    void whatIsNoCsvIsNamedByItsLine(String rows, String problem, int line) {
        String text = "code,name\n" + rows.replace("LONG", "x".repeat(2_001));
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(ListRejected.class, rejected -> {
            assertThat(rejected.key()).isEqualTo("division.import." + problem);
            assertThat(rejected.arguments()).startsWith("provinces.csv", line);
        });
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        byte[] latin = "code,name\n98,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> ListReader.read(ListFile.PROVINCES, new ByteArrayInputStream(latin), row -> {}))
                .hasMessageContaining("notUtf8");
    }

    private static List<ListRow> read(String text) throws IOException {
        List<ListRow> rows = new ArrayList<>();
        ListReader.read(ListFile.PROVINCES, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), rows::add);
        return rows;
    }
}
