package org.xuanpai.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of an exported table.
 *
 * @param header message key of the head; a text that is no key (an indicator's name, say) stands as it is
 * @param kind what the values are
 * @param decimals digits after the point, of numbers only
 * @param width width in a workbook, in characters of Latin text
 * @param value takes the value out of a row; null is an empty cell
 * @param <R> a row
 */
public record Column<R>(String header, Kind kind, int decimals, int width, Function<R, @Nullable Object> value) {

    /** What the values of a column are, and so how they are written. */
    public enum Kind {
        /** Text from people or from the program; always a string, never a formula. */
        TEXT,
        /** A message key, written in the reader's language. */
        MESSAGE,
        /** A number, which stays one: negative too, with its decimals. */
        NUMBER,
        /** A day. */
        DATE,
        /** An instant, written in the installation's zone to the minute. */
        DATE_TIME
    }

    private static final int TEXT_WIDTH = 22;
    private static final int NUMBER_WIDTH = 14;
    private static final int DATE_WIDTH = 12;
    private static final int DATE_TIME_WIDTH = 17;

    /** Text as it is. */
    public static <R> Column<R> text(String header, Function<R, @Nullable String> value) {
        return new Column<>(header, Kind.TEXT, 0, TEXT_WIDTH, value::apply);
    }

    /** A message key, such as that of a state. */
    public static <R> Column<R> message(String header, Function<R, @Nullable String> key) {
        return new Column<>(header, Kind.MESSAGE, 0, NUMBER_WIDTH, key::apply);
    }

    /** A figure with a fixed number of decimals. */
    public static <R> Column<R> number(String header, int decimals, Function<R, @Nullable BigDecimal> value) {
        return new Column<>(header, Kind.NUMBER, decimals, NUMBER_WIDTH, value::apply);
    }

    /** A count. */
    public static <R> Column<R> whole(String header, Function<R, @Nullable Number> value) {
        return new Column<>(header, Kind.NUMBER, 0, NUMBER_WIDTH, value::apply);
    }

    /** A day. */
    public static <R> Column<R> date(String header, Function<R, @Nullable LocalDate> value) {
        return new Column<>(header, Kind.DATE, 0, DATE_WIDTH, value::apply);
    }

    /** An instant. */
    public static <R> Column<R> dateTime(String header, Function<R, @Nullable Instant> value) {
        return new Column<>(header, Kind.DATE_TIME, 0, DATE_TIME_WIDTH, value::apply);
    }

    /** The same column with another width. */
    public Column<R> wide(int characters) {
        return new Column<>(header, kind, decimals, characters, value);
    }
}
