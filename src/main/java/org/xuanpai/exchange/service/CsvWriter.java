package org.xuanpai.exchange.service;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xuanpai.exchange.Csv;
import org.xuanpai.exchange.service.TableHead.Heading;

/**
 * RFC 4180 with lines ended by CR LF. Who exported and when stands in the file's name only: a line of another shape inside
 * would break every reader that expects a table, our own import too.
 */
final class CsvWriter implements TableWriter {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Writer out;
    private final ZoneId zone;
    private final List<Heading> columns;

    CsvWriter(OutputStream stream, TableHead head) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        this.zone = head.zone();
        this.columns = head.columns();
        out.write('\uFEFF');
        line(head.columns().stream()
                .map(heading -> Csv.textField(heading.text()))
                .toList());
    }

    @Override
    public void row(List<@Nullable Object> values) throws IOException {
        line(IntStream.range(0, values.size())
                .mapToObj(column -> field(values.get(column), columns.get(column)))
                .toList());
    }

    private void line(List<String> fields) throws IOException {
        out.write(String.join(",", fields));
        out.write("\r\n");
    }

    private String field(@Nullable Object value, Heading column) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return plain(number, column.decimals());
        }
        if (value instanceof Instant instant) {
            return MINUTES.format(instant.atZone(zone));
        }
        return value instanceof String text ? Csv.textField(text) : value.toString();
    }

    /** The column's decimals, more where the number has more, and no zeros of the database's type behind them. */
    private static String plain(BigDecimal number, int decimals) {
        int scale = Math.max(decimals, number.stripTrailingZeros().scale());
        return number.setScale(scale, RoundingMode.UNNECESSARY).toPlainString();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
