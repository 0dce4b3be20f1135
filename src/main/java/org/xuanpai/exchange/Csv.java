package org.xuanpai.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Comma-separated text as RFC 4180 has it, safe to open in a spreadsheet program.
 *
 * <p>A text that such a program could take for a formula, because its first visible character is one of {@code = + - @} or their
 * full-width forms, or because it starts with a tab or a line break, is written with an apostrophe in front. So is a text that
 * starts with an apostrophe itself. Reading takes one leading apostrophe off again, so every text comes back as it was.
 * Numbers are not texts: {@code -12.50} is written as it is.
 */
public final class Csv {

    private static final char APOSTROPHE = '\'';
    private static final String FORMULA_STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private Csv() {}

    /** A text as a field: made harmless, and quoted where it must be. */
    public static String textField(String text) {
        return quoted(neutralised(text));
    }

    /** A text that no spreadsheet program takes for a formula. */
    public static String neutralised(String text) {
        return needsApostrophe(text) ? APOSTROPHE + text : text;
    }

    /** The text that {@link #neutralised} was given. */
    public static String original(String field) {
        return !field.isEmpty() && field.charAt(0) == APOSTROPHE ? field.substring(1) : field;
    }

    /**
     * Reads rows of fields and gives texts their original form; a byte order mark at the start is skipped.
     *
     * @throws CsvBroken when a quotation mark stands where none may
     */
    public static List<List<String>> parse(String text) {
        CsvReader csv = new CsvReader(new StringReader(text), Integer.MAX_VALUE);
        List<List<String>> rows = new ArrayList<>();
        try {
            for (Optional<List<String>> row = csv.next(); row.isPresent(); row = csv.next()) {
                rows.add(row.get());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return rows;
    }

    private static boolean needsApostrophe(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        if (first == APOSTROPHE || first == '\t' || first == '\r' || first == '\n') {
            return true;
        }
        return text.codePoints()
                .filter(character -> !isBlank(character))
                .limit(1)
                .anyMatch(character -> FORMULA_STARTS.indexOf(character) >= 0);
    }

    /** Characters some programs drop before they look for a formula. */
    private static boolean isBlank(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT;
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(character -> ",\"\r\n\t;".indexOf(character) >= 0)
                && field.equals(field.strip());
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
