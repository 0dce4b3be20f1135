package org.xuanpai.exchange.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xuanpai.exchange.TableRefused;
import org.xuanpai.exchange.UploadLimits;

/** What people bring is read as they see it, and nothing larger or stranger than a table of figures (controls E1, E2). */
class UploadedTablesTests {

    private final UploadedTables tables = new UploadedTables();

    @Test
    void aPastedBlockIsRowsAndCells() {
        assertThat(
                        tables.pasted(
                                "\u4e61\u9547\t\u589e\u52a0\u503c\r\n\u67f3\u6e21\u9547\t10,764\r\n\r\n\u77f3\u57e0\u9547\t\r\n"))
                .containsExactly(
                        List.of("\u4e61\u9547", "\u589e\u52a0\u503c"),
                        List.of("\u67f3\u6e21\u9547", "10,764"),
                        List.of(""),
                        List.of("\u77f3\u57e0\u9547", ""));
    }

    @Test
    void aWorkbookIsReadWithTheNumbersOfItsRows() throws IOException {
        byte[] file = workbook(sheet -> {
            sheet.value(0, 0, "\u4e61\u9547");
            sheet.value(0, 1, "\u589e\u52a0\u503c");
            sheet.value(2, 0, "\u67f3\u6e21\u9547");
            sheet.value(2, 1, 10_764.05);
        });

        assertThat(tables.uploaded(file))
                .containsExactly(
                        List.of("\u4e61\u9547", "\u589e\u52a0\u503c"),
                        List.of(),
                        List.of("\u67f3\u6e21\u9547", "10764.05"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void aTextFileIsReadInEitherEncoding(String charset) {
        assertThat(tables.uploaded(
                        "\u4e61\u9547,\u7a0e\u6536\n\u67f3\u6e21\u9547,12.50\n".getBytes(Charset.forName(charset))))
                .containsExactly(List.of("\u4e61\u9547", "\u7a0e\u6536"), List.of("\u67f3\u6e21\u9547", "12.50"));
    }

    @Test
    void nothingIsRefused() {
        refused("empty", new byte[0]);
        refused("empty", " , \n,\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> tables.pasted(" \n ")).isInstanceOf(TableRefused.class);
    }

    @Test
    void tooMuchIsRefused() throws IOException {
        refused("tooLarge", new byte[UploadLimits.BYTES + 1]);
        refused("tooLarge", "1\n".repeat(UploadLimits.ROWS + 1).getBytes(StandardCharsets.UTF_8));
        refused("tooLarge", "1,".repeat(UploadLimits.COLUMNS + 1).getBytes(StandardCharsets.UTF_8));
        refused("tooLarge", "1".repeat(UploadLimits.CELL_LENGTH + 1).getBytes(StandardCharsets.UTF_8));
        assertThat(tables.uploaded("1\n".repeat(UploadLimits.ROWS).getBytes(StandardCharsets.UTF_8)))
                .hasSize(UploadLimits.ROWS);
        refused("tooLarge", zip("xl/worksheets/sheet1.xml", new byte[40 * 1024 * 1024]));
        refused("tooLarge", manyFiles(UploadLimits.ENTRIES + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E99999999", "1E-99999999", "1E999999999", "-1E501"})
    void aNumberThatWouldFillTheMemoryIsRefused(String number) throws IOException {
        refused("tooLarge", numeric(number));
    }

    @Test
    void aNumberOfAMillionDigitsIsNotEvenRead() throws IOException {
        refused("tooLarge", numeric("7".repeat(1_000_000)));
        refused("tooLarge", numeric("0." + "7".repeat(1_000_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xl/vbaProject.bin",
                "xl/embeddings/oleObject1.xml",
                "xl/externalLinks/externalLink1.xml",
                "../evil.xml",
                "/etc/passwd",
                "inner.zip",
                "C:\\\\x.xml"
            })
    void whatATableDoesNotNeedIsRefused(String name) throws IOException {
        refused("dangerous", zip(name, new byte[10]));
    }

    @Test
    void aDocumentTypeIsRefused() throws IOException {
        refused(
                "dangerous",
                zip("xl/workbook.xml", "<?xml version=\"1.0\"?><!DOCTYPE x>".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatCannotBeReadIsRefusedAndNoFaultOfOurs() throws IOException {
        refused("unreadable", zip("nothing.xml", new byte[10]));
        refused("unreadable", new byte[] {(byte) 0xFF, (byte) 0xFF, 0, 1});
        byte[] cut = workbook(sheet -> sheet.value(0, 0, "x"));
        refused("unreadable", Arrays.copyOf(cut, cut.length / 2));
        for (int i = 0; i < cut.length - 10; i++) {
            if (cut[i] == 'P' && cut[i + 1] == 'K' && cut[i + 2] == 1 && cut[i + 3] == 2) {
                cut[i + 10] = 93; // a method of packing nobody asked for
            }
        }
        refused("unreadable", cut);
    }

    @Test
    void theLimitsAreWrittenDown() throws IOException {
        String page = Files.readString(Path.of("docs", "uploads.md"));
        assertThat(UploadLimits.class.getDeclaredFields())
                .filteredOn(field -> Modifier.isPublic(field.getModifiers()))
                .hasSize(8)
                .allSatisfy(
                        limit -> assertThat(page).contains("| `" + limit.getName() + "` | " + limit.get(null) + " |"));
    }

    private void refused(String why, byte[] file) {
        assertThatThrownBy(() -> tables.uploaded(file))
                .isInstanceOfSatisfying(
                        TableRefused.class, refused -> assertThat(refused.key()).endsWith("." + why));
    }

    /** A workbook with this number in its one cell, as its file says it. */
    private static byte[] numeric(String number) throws IOException {
        byte[] file = workbook(sheet -> sheet.value(0, 0, 1234567));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile in = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                        .get();
                ZipOutputStream changed = new ZipOutputStream(out)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                changed.putNextEntry(new ZipEntry(entry.getName()));
                changed.write(new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)
                        .replace("1234567", number)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static byte[] workbook(java.util.function.Consumer<Worksheet> content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            content.accept(workbook.newWorksheet("one"));
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    private static byte[] manyFiles(int count) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < count; i++) {
                zip.putNextEntry(new ZipEntry(i + ".xml"));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
