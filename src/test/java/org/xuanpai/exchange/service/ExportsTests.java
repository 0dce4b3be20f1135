package org.xuanpai.exchange.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.xuanpai.exchange.Column;
import org.xuanpai.exchange.Csv;
import org.xuanpai.exchange.ExportFormat;
import org.xuanpai.exchange.ExportTarget;
import org.xuanpai.exchange.Exports;
import org.xuanpai.exchange.TableExport;
import org.xuanpai.exchange.TooManyRows;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Role;
import org.xuanpai.shared.Scope;

class ExportsTests {

    private static final CurrentUser ZHOU = new CurrentUser(
            new UUID(1, 1), "organizer1", "周敏", null, Role.COUNTY_ORGANIZER, Scope.none(), "县委组织部 & 编办");

    private static final TableExport<Figure> TABLE = TableExport.of(
            "test.title",
            Column.text("名称", Figure::name),
            Column.message("test.state", Figure::state),
            Column.number("完成 %", 2, Figure::value),
            Column.date("日期", Figure::day),
            Column.dateTime("时间", Figure::at));

    @TempDir
    private Path folder;

    private final Exports exports =
            new FileExports(messages(), Clock.fixed(Instant.parse("2026-11-24T01:02:03Z"), zone()));

    record Figure(
            @Nullable String name,
            @Nullable String state,
            @Nullable BigDecimal value,
            @Nullable LocalDate day,
            @Nullable Instant at) {}

    private static final Figure FULL = new Figure(
            "=HYPERLINK(\"x\")",
            "test.late",
            new BigDecimal("-15.38"),
            LocalDate.of(2026, 11, 9),
            Instant.parse("2026-11-09T09:30:00Z"));
    private static final Figure EMPTY = new Figure(null, null, null, null, null);

    @Test
    void csvCarriesAByteOrderMarkAndNumbersStayNumbers() {
        assertThat(text(ExportFormat.CSV, List.of(FULL, EMPTY)))
                .isEqualTo("\uFEFF名称,状态,完成 %,日期,时间\r\n"
                        + "\"'=HYPERLINK(\"\"x\"\")\",迟报,-15.38,2026-11-09,2026-11-09 17:30\r\n,,,,\r\n");
    }

    @ParameterizedTest
    @CsvSource({"1245.0000, 0, 1245", "47474.9700, 2, 47474.97", "3, 2, 3.00", "-15.3849, 2, -15.3849", "1E+3, 0, 1000"
    })
    void csvWritesTheDecimalsOfTheColumnAndLosesNone(BigDecimal number, int decimals, String written) {
        TableExport<BigDecimal> table = TableExport.of("figures", Column.number("figure", decimals, value -> value));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        exports.write(ExportFormat.CSV, Locale.ROOT, out, target -> target.write(ZHOU, table, List.of(number)));

        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("figure\r\n" + written + "\r\n");
    }

    @Test
    void aWorkbookHoldsTypedCellsAndNoFormula() throws IOException {
        try (ReadableWorkbook workbook = workbook(List.of(FULL, EMPTY))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(texts(rows.get(0))).containsExactly("名称", "状态", "完成 %", "日期", "时间");
            Row row = rows.get(1);
            assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(0).asString()).isEqualTo("=HYPERLINK(\"x\")");
            assertThat(row.getCell(1).asString()).isEqualTo("迟报");
            assertThat(row.getCell(2).getType()).isEqualTo(CellType.NUMBER);
            assertThat(row.getCell(2).asNumber()).isEqualByComparingTo("-15.38");
            assertThat(row.getCell(2).getDataFormatString()).isEqualTo("#,##0.00");
            assertThat(row.getCell(3).asDate().toLocalDate()).isEqualTo("2026-11-09");
            assertThat(row.getCell(4).asDate()).isEqualTo("2026-11-09T17:30:00");
        }
    }

    @Test
    void aWorkbookSaysWhoExportedItAndWhen() throws IOException {
        try (ReadableWorkbook workbook = workbook(List.of(FULL))) {
            assertThat(workbook.getSheets().map(sheet -> sheet.getName())).containsExactly("乡镇 2026", "导出说明");
            List<Row> mark = workbook.getSheet(1).orElseThrow().read();
            assertThat(mark.stream().map(row -> row.getCell(1).asString()))
                    .containsExactly("乡镇 2026", "周敏 (organizer1), 县委组织部 & 编办", "2026-11-24 09:02:03 +08:00");
        }
        assertThat(part(ExportFormat.XLSX, "xl/worksheets/sheet1.xml"))
                .contains(" &amp;&amp; ")
                .contains("&amp;P / &amp;N");
    }

    @Test
    void anyTextComesBackFromAWorkbookAsAStringAndNeverAsAFormula() throws IOException {
        Random random = new Random(42);
        int[] signs = "=+-@＝＋－＠'\",;&<>\t\n aZ9工业镇𠮷".codePoints().toArray();
        List<Figure> figures = IntStream.range(0, 3_000)
                .mapToObj(any -> random.ints(1 + random.nextInt(8), 0, signs.length)
                        .mapToObj(index -> Character.toString(signs[index]))
                        .reduce("", String::concat))
                .map(name -> new Figure(name, null, null, null, null))
                .toList();
        try (ReadableWorkbook workbook = workbook(figures);
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            List<Cell> cells = rows.skip(1).map(row -> row.getCell(0)).toList();
            assertThat(cells).allSatisfy(cell -> assertThat(cell.getType()).isEqualTo(CellType.STRING));
            assertThat(cells.stream().map(Cell::asString))
                    .containsExactlyElementsOf(
                            figures.stream().map(Figure::name).toList());
        }
        assertThat(part(ExportFormat.XLSX, figures, "xl/worksheets/sheet1.xml")).doesNotContain("<f>");
    }

    @Test
    void aFileIsSentWithItsNameInBothWays() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        exports.send(
                ExportFormat.CSV, response, target -> target.write(ZHOU, TABLE.titled("2026/1\r\n"), List.of(FULL)));
        assertThat(response.getHeader("Content-Disposition"))
                .startsWith("attachment; filename=\"export.csv\"; filename*=UTF-8''%E4%B9%A1%E9%95%87_2026_1_%E5%91%A8")
                .endsWith("_20261124-0902.csv");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(response.getContentLengthLong()).isEqualTo(response.getContentAsByteArray().length);
    }

    @Test
    void aUseCaseThatFailsHalfWayLeavesTheResponseUntouched() {
        for (ExportFormat format : ExportFormat.values()) {
            MockHttpServletResponse response = new MockHttpServletResponse();
            assertThatThrownBy(() -> exports.send(format, response, target -> {
                        target.write(ZHOU, TABLE, (Consumer<Figure> row) -> {
                            IntStream.range(0, 20_000).forEach(any -> row.accept(FULL));
                            throw new IllegalStateException("database gone");
                        });
                    }))
                    .hasMessage("database gone");
            assertThat(response.isCommitted()).isFalse();
            assertThat(response.getHeaderNames()).isEmpty();
            assertThat(response.getContentAsByteArray()).isEmpty();
        }
    }

    @Test
    void aLargeFileGoesThroughATemporaryFileThatIsGoneAfterwards() throws IOException {
        long before = temporaryFiles();
        MockHttpServletResponse response = new MockHttpServletResponse();
        exports.send(
                ExportFormat.CSV,
                response,
                target -> target.write(ZHOU, TABLE, (Consumer<Figure> row) -> {
                    IntStream.range(0, 30_000).forEach(any -> row.accept(FULL));
                }));
        assertThat(response.getContentAsByteArray().length).isGreaterThan(1_000_000);
        assertThat(Csv.parse(response.getContentAsString(StandardCharsets.UTF_8)))
                .hasSize(30_001);
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    @Test
    void moreRowsThanASheetHoldsAreRefusedWithTheWayOut() {
        XlsxWriter[] writer = new XlsxWriter[1];
        TableHead head =
                new TableHead("x", List.of(new TableHead.Heading("a", Column.Kind.TEXT, 0, 9)), zone(), "m", List.of());
        writer[0] = new XlsxWriter(java.io.OutputStream.nullOutputStream(), head);
        List<@Nullable Object> nothing = new ArrayList<>();
        nothing.add(null);
        assertThatThrownBy(() -> {
                    for (int row = 0; row <= XlsxWriter.MAX_ROWS; row++) {
                        writer[0].row(nothing);
                    }
                })
                .isInstanceOf(TooManyRows.class);
    }

    @Test
    void oneFileHoldsOneTable() {
        assertThatThrownBy(() -> exports.write(ExportFormat.CSV, Locale.ROOT, new ByteArrayOutputStream(), target -> {
                    target.write(ZHOU, TABLE, List.of());
                    target.write(ZHOU, TABLE, List.of());
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    private byte[] bytes(ExportFormat format, List<Figure> figures) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Consumer<ExportTarget> useCase = target ->
                assertThat(target.write(ZHOU, TABLE.titled("2026"), figures)).isEqualTo(figures.size());
        exports.write(format, Locale.SIMPLIFIED_CHINESE, out, useCase);
        return out.toByteArray();
    }

    private String text(ExportFormat format, List<Figure> figures) {
        return new String(bytes(format, figures), StandardCharsets.UTF_8);
    }

    private ReadableWorkbook workbook(List<Figure> figures) throws IOException {
        return new ReadableWorkbook(
                new ByteArrayInputStream(bytes(ExportFormat.XLSX, figures)),
                new org.dhatim.fastexcel.reader.ReadingOptions(true, false));
    }

    private String part(ExportFormat format, String name) throws IOException {
        return part(format, List.of(FULL), name);
    }

    private String part(ExportFormat format, List<Figure> figures, String name) throws IOException {
        // Not a ZipInputStream: sizes of a streamed archive stand in its directory at the end.
        Path file = Files.write(folder.resolve("export.zip"), bytes(format, figures));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> texts(Row row) {
        return row.stream().map(Cell::asString).toList();
    }

    private static long temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("xuanpai-export"))
                    .count();
        }
    }

    private static ZoneId zone() {
        return ZoneId.of("Asia/Shanghai");
    }

    private static StaticMessageSource messages() {
        StaticMessageSource source = new StaticMessageSource();
        Locale chinese = Locale.SIMPLIFIED_CHINESE;
        source.addMessage("test.title", chinese, "乡镇 {0}");
        source.addMessage("test.title", Locale.getDefault(), "乡镇 {0}");
        source.addMessage("test.state", chinese, "状态");
        source.addMessage("test.late", chinese, "迟报");
        source.addMessage("exchange.mark.sheet", chinese, "导出说明");
        return source;
    }
}
