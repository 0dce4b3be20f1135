package org.xuanpai.exchange;

import java.util.List;

/**
 * What an exported table looks like: its name and its columns. Rows are pushed into it one by one, so a table is a constant
 * of the query that fills it.
 *
 * @param title message key of the table's name, which names the file and the sheet too; a text that is no key stands as it is
 * @param titleArguments arguments of that message
 * @param columns the columns in order
 * @param <R> a row
 */
public record TableExport<R>(String title, List<Object> titleArguments, List<Column<R>> columns) {

    public TableExport {
        titleArguments = List.copyOf(titleArguments);
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a table needs a column");
        }
    }

    @SafeVarargs
    public static <R> TableExport<R> of(String title, Column<R>... columns) {
        return new TableExport<>(title, List.of(), List.of(columns));
    }

    /** The same table with arguments for its name, such as a year. */
    public TableExport<R> titled(Object... arguments) {
        return new TableExport<>(title, List.of(arguments), columns);
    }
}
