package org.xuanpai.exchange.service;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.xuanpai.exchange.Column;
import org.xuanpai.exchange.ExportFormat;
import org.xuanpai.exchange.ExportTarget;
import org.xuanpai.exchange.TableExport;
import org.xuanpai.exchange.service.TableHead.Heading;
import org.xuanpai.exchange.service.TableHead.MarkLine;
import org.xuanpai.shared.CurrentUser;

/** Writes a table to a stream in one reader's language, and knows what the file should be called. */
final class FileTarget implements ExportTarget {

    private static final DateTimeFormatter NAME_TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmm", Locale.ROOT);
    private static final DateTimeFormatter MARK_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);

    private final ExportFormat format;
    private final MessageSource messages;
    private final Locale locale;
    private final Clock clock;
    private final OutputStream out;
    private @Nullable String fileName;

    FileTarget(ExportFormat format, MessageSource messages, Locale locale, Clock clock, OutputStream out) {
        this.format = format;
        this.messages = messages;
        this.locale = locale;
        this.clock = clock;
        this.out = out;
    }

    @Override
    public ExportFormat format() {
        return format;
    }

    @Override
    public <R> long write(CurrentUser user, TableExport<R> table, Consumer<Consumer<R>> source) {
        if (fileName != null) {
            throw new IllegalStateException("one file holds one table");
        }
        TableHead head = head(user, table);
        fileName = fileName(user, head.title());
        try {
            TableWriter writer = format == ExportFormat.XLSX ? new XlsxWriter(out, head) : new CsvWriter(out, head);
            Pushed<R> rows = new Pushed<>(table.columns(), writer);
            source.accept(rows);
            // Not in a try-with-resources: after a failure the file must not be completed.
            writer.close();
            return rows.count;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The name of the file written. */
    String fileName() {
        if (fileName == null) {
            throw new IllegalStateException("the use case wrote no table");
        }
        return fileName;
    }

    private <R> TableHead head(CurrentUser user, TableExport<R> table) {
        String title = text(table.title(), table.titleArguments().toArray());
        List<Heading> headings = table.columns().stream()
                .map(column -> new Heading(text(column.header()), column.kind(), column.decimals(), column.width()))
                .toList();
        List<MarkLine> mark = List.of(
                new MarkLine(text("exchange.mark.table"), title),
                new MarkLine(text("exchange.mark.user"), who(user)),
                new MarkLine(text("exchange.mark.time"), MARK_TIME.format(ZonedDateTime.now(clock))));
        return new TableHead(title, headings, clock.getZone(), text("exchange.mark.sheet"), mark);
    }

    private static String who(CurrentUser user) {
        String account = user.displayName() + " (" + user.username() + ")";
        return user.unitName().isEmpty() ? account : account + ", " + user.unitName();
    }

    private String fileName(CurrentUser user, String title) {
        return title + "_" + user.displayName() + "_" + NAME_TIME.format(ZonedDateTime.now(clock)) + "."
                + format.extension();
    }

    private String text(String keyOrText, Object... arguments) {
        String text = messages.getMessage(keyOrText, arguments, keyOrText, locale);
        return text == null ? keyOrText : text;
    }

    /** Takes rows apart and counts them. */
    private final class Pushed<R> implements Consumer<R> {

        private final List<Column<R>> columns;
        private final TableWriter writer;
        private long count;

        private Pushed(List<Column<R>> columns, TableWriter writer) {
            this.columns = columns;
            this.writer = writer;
        }

        @Override
        public void accept(R row) {
            List<@Nullable Object> values = new ArrayList<>(columns.size());
            for (Column<R> column : columns) {
                Object value = column.value().apply(row);
                boolean key = column.kind() == Column.Kind.MESSAGE && value != null;
                values.add(key ? text(String.valueOf(value)) : value);
            }
            try {
                writer.row(values);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            count++;
        }
    }
}
