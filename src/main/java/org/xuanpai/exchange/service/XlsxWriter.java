package org.xuanpai.exchange.service;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.xuanpai.exchange.TooManyRows;
import org.xuanpai.exchange.service.TableHead.Heading;
import org.xuanpai.exchange.service.TableHead.MarkLine;

/**
 * A workbook of two sheets: the table, and who exported it and when. Texts are strings in cells of text format, so that they
 * stay texts even when somebody edits the cell; nothing from data is ever a formula.
 */
final class XlsxWriter implements TableWriter {

    /** Rows of data beside the head; a worksheet ends at 1 048 576. */
    static final int MAX_ROWS = Worksheet.MAX_ROWS - 1;

    /** What a cell can hold. */
    static final int MAX_TEXT = 32_767;

    private static final int ROWS_PER_FLUSH = 500;
    private static final int SHEET_NAME = 31;

    private final Workbook workbook;
    private final Worksheet sheet;
    private final TableHead head;
    private int rows;

    XlsxWriter(OutputStream stream, TableHead head) {
        this.workbook = new Workbook(stream, "Xuanpai", null);
        this.sheet = workbook.newWorksheet(sheetName(head.title()));
        this.head = head;
        workbook.properties().setTitle(head.title());
        layOut();
    }

    @Override
    public void row(List<@Nullable Object> values) throws IOException {
        if (rows == MAX_ROWS) {
            throw new TooManyRows(MAX_ROWS);
        }
        rows++;
        for (int column = 0; column < values.size(); column++) {
            cell(column, head.columns().get(column), values.get(column));
        }
        if (rows % ROWS_PER_FLUSH == 0) {
            sheet.flush();
        }
    }

    private void layOut() {
        List<Heading> columns = head.columns();
        for (int column = 0; column < columns.size(); column++) {
            sheet.width(column, columns.get(column).width());
            sheet.inlineString(0, column, clean(columns.get(column).text()));
        }
        sheet.range(0, 0, 0, columns.size() - 1)
                .style()
                .bold()
                .wrapText(true)
                .verticalAlignment("center")
                .borderStyle("thin")
                .fillColor("F5F1E8")
                .set();
        sheet.freezePane(0, 1);
        sheet.repeatRows(0);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToHeight((short) 0);
        sheet.footer(footer(), Position.LEFT);
        sheet.footer("&P / &N", Position.RIGHT);
    }

    /** In a footer {@code &} starts a code, so it is doubled. */
    private String footer() {
        return head.mark().stream()
                .map(MarkLine::text)
                .map(text -> clean(text).replace("&", "&&"))
                .reduce((left, right) -> left + "  " + right)
                .orElse("");
    }

    private void cell(int column, Heading heading, @Nullable Object value) {
        if (value == null) {
            return;
        }
        if (value instanceof BigDecimal number) {
            sheet.value(rows, column, number);
        } else if (value instanceof Number number) {
            sheet.value(rows, column, number);
        } else if (value instanceof LocalDate date) {
            sheet.value(rows, column, date);
        } else if (value instanceof Instant instant) {
            sheet.value(rows, column, local(instant, head.zone()));
        } else {
            sheet.inlineString(rows, column, clean(value.toString()));
        }
        sheet.style(rows, column).format(format(heading)).set();
    }

    private static LocalDateTime local(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDateTime();
    }

    private static String format(Heading heading) {
        return switch (heading.kind()) {
            case TEXT, MESSAGE -> "@";
            case NUMBER -> heading.decimals() == 0 ? "#,##0" : "#,##0." + "0".repeat(heading.decimals());
            case DATE -> "yyyy-mm-dd";
            case DATE_TIME -> "yyyy-mm-dd hh:mm";
        };
    }

    /** A name that programs accept: they refuse some signs, apostrophes at the ends and empty names. */
    private static String sheetName(String title) {
        String name = title.replaceAll("[\\p{Cntrl}'/\\\\?*\\]\\[:]", " ").strip();
        return name.isEmpty() ? "Sheet" : name.substring(0, Math.min(name.length(), SHEET_NAME));
    }

    /** What XML cannot carry is left out by the library; what a cell cannot hold is cut here. */
    private static String clean(String text) {
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
        return text.substring(0, end);
    }

    @Override
    public void close() throws IOException {
        sheet.close();
        Worksheet mark = workbook.newWorksheet(sheetName(head.markTitle()));
        mark.width(0, 14);
        mark.width(1, 60);
        for (int line = 0; line < head.mark().size(); line++) {
            mark.inlineString(line, 0, clean(head.mark().get(line).label()));
            mark.inlineString(line, 1, clean(head.mark().get(line).text()));
            mark.range(line, 0, line, 1).style().format("@").set();
        }
        workbook.close();
    }
}
