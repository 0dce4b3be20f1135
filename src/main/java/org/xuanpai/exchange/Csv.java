package org.xuanpai.exchange;

import java.util.ArrayList;
import java.util.List;

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
        return new Parser(text).rows();
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

    private static final class Parser {

        private final String text;
        private int position;
        private int line = 1;

        private Parser(String text) {
            this.text = text;
            this.position = text.startsWith("\uFEFF") ? 1 : 0;
        }

        private List<List<String>> rows() {
            List<List<String>> rows = new ArrayList<>();
            while (position < text.length()) {
                rows.add(row());
            }
            return rows;
        }

        private List<String> row() {
            List<String> fields = new ArrayList<>();
            fields.add(field());
            while (position < text.length() && text.charAt(position) == ',') {
                position++;
                fields.add(field());
            }
            endOfLine();
            return fields;
        }

        private String field() {
            boolean quotation = position < text.length() && text.charAt(position) == '"';
            return original(quotation ? quotedField() : plainField());
        }

        private String plainField() {
            int start = position;
            while (position < text.length() && ",\r\n".indexOf(text.charAt(position)) < 0) {
                if (text.charAt(position) == '"') {
                    throw new CsvBroken(line);
                }
                position++;
            }
            return text.substring(start, position);
        }

        private String quotedField() {
            int opened = line;
            StringBuilder field = new StringBuilder();
            position++;
            while (position < text.length()) {
                char character = text.charAt(position++);
                if (character == '"') {
                    if (position >= text.length() || text.charAt(position) != '"') {
                        return field.toString();
                    }
                    position++;
                } else if (character == '\n') {
                    line++;
                }
                field.append(character);
            }
            throw new CsvBroken(opened);
        }

        private void endOfLine() {
            if (position >= text.length()) {
                return;
            }
            char character = text.charAt(position);
            if (character != '\r' && character != '\n') {
                throw new CsvBroken(line);
            }
            position += text.startsWith("\r\n", position) ? 2 : 1;
            line++;
        }
    }
}
