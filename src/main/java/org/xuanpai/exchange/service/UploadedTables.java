package org.xuanpai.exchange.service;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xuanpai.exchange.Csv;
import org.xuanpai.exchange.CsvBroken;
import org.xuanpai.exchange.TableReader;
import org.xuanpai.exchange.TableRefused;
import org.xuanpai.exchange.UploadLimits;

/** Reads tables that people bring, two at a time at most, row by row, and nothing larger than the limits (controls E1–E3). */
@Component
class UploadedTables implements TableReader {

    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 10;
    private static final Charset GB = Charset.forName("GB18030");

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    @Override
    public List<List<String>> pasted(String text) {
        if (text.isBlank()) {
            throw TableRefused.empty();
        }
        if (text.length() > UploadLimits.BYTES) {
            throw TableRefused.tooLarge();
        }
        if (text.indexOf('\t') < 0) {
            return table(rows(text));
        }
        return table(
                text.lines().map(line -> Arrays.asList(line.split("\t", -1))).toList());
    }

    @Override
    public List<List<String>> uploaded(byte[] content) {
        if (content.length == 0) {
            throw TableRefused.empty();
        }
        if (content.length > UploadLimits.BYTES) {
            throw TableRefused.tooLarge();
        }
        if (!ZipCheck.isZip(content)) {
            return table(rows(text(content)));
        }
        enter();
        try {
            ZipCheck.check(content);
            return workbook(content);
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw TableRefused.busy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw TableRefused.busy();
        }
    }

    /** A reader of files of others may fail in any way; whatever it says, the file is not readable. */
    private static List<List<String>> workbook(byte[] content) {
        List<List<String>> rows = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(ZipCheck.stream(content));
                Stream<Row> sheet = workbook.getFirstSheet().openStream()) {
            Iterator<Row> found = sheet.iterator();
            while (found.hasNext()) {
                Row row = found.next();
                if (row.getRowNum() > UploadLimits.ROWS) {
                    throw TableRefused.tooLarge();
                }
                while (rows.size() < row.getRowNum() - 1) {
                    rows.add(List.of()); // a row nobody wrote in; the number of a row stays what people see
                }
                rows.add(cells(row));
            }
        } catch (TableRefused refused) {
            throw refused;
        } catch (IOException | RuntimeException | LinkageError broken) {
            throw TableRefused.unreadable();
        }
        return table(rows);
    }

    private static List<String> cells(Row row) {
        if (row.getCellCount() > UploadLimits.COLUMNS) {
            throw TableRefused.tooLarge();
        }
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < row.getCellCount(); column++) {
            cells.add(text(row.getOptionalCell(column).orElse(null)));
        }
        return cells;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            // 0.1 + 0.2 stands in a workbook as 0.30000000000000004
            BigDecimal number = cell.asNumber().round(new MathContext(15)).stripTrailingZeros();
            mustBeWritable(number);
            return number.toPlainString();
        }
        return Csv.original(cell.getText());
    }

    /** Twelve characters such as 1E99999999 would be written as a hundred million. */
    private static void mustBeWritable(BigDecimal number) {
        int left = number.precision() - number.scale();
        if (Math.max(left, number.scale()) > UploadLimits.CELL_LENGTH) {
            throw TableRefused.tooLarge();
        }
    }

    private static String text(byte[] content) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, GB)) {
            try {
                return charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            } catch (CharacterCodingException other) {
                // the next one
            }
        }
        throw TableRefused.unreadable();
    }

    private static List<List<String>> rows(String text) {
        if (text.indexOf('\0') >= 0) {
            throw TableRefused.unreadable();
        }
        try {
            return Csv.parse(text);
        } catch (CsvBroken broken) {
            throw TableRefused.unreadable();
        }
    }

    /** Nothing in it is larger than allowed. */
    private static List<List<String>> table(List<List<String>> rows) {
        List<List<String>> table = rows.stream()
                .map(row -> row.stream().map(String::strip).toList())
                .toList();
        if (table.stream().allMatch(row -> row.stream().allMatch(String::isEmpty))) {
            throw TableRefused.empty();
        }
        boolean large = table.size() > UploadLimits.ROWS
                || table.stream()
                        .anyMatch(row -> row.size() > UploadLimits.COLUMNS
                                || row.stream().anyMatch(cell -> cell.length() > UploadLimits.CELL_LENGTH));
        if (large) {
            throw TableRefused.tooLarge();
        }
        return table;
    }
}
