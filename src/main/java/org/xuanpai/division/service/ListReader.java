package org.xuanpai.division.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xuanpai.division.DivisionLevel;
import org.xuanpai.division.ListRejected;
import org.xuanpai.exchange.CsvBroken;
import org.xuanpai.exchange.CsvReader;
import org.xuanpai.shared.VisibleText;

/** Reads one file of the published list and checks each row by itself. What needs other rows is checked in the database. */
final class ListReader {

    /** More than three times the villages of the whole country. */
    static final int MOST_ROWS = 2_000_000;

    private static final int LONGEST_LINE = 2_000;
    private static final int LONGEST_NAME = 100;
    private static final List<String> EMPTY_LINE = List.of("");

    /** Control characters, line and paragraph separators, and marks that turn the direction of writing. */
    private static final Pattern UNFIT =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private ListReader() {}

    /**
     * Hands the rows on in the order of the file.
     *
     * @throws ListRejected at the first row that is not as published
     */
    static void read(ListFile file, InputStream in, Consumer<ListRow> rows) throws IOException {
        CsvReader csv = new CsvReader(utf8(in), LONGEST_LINE);
        if (!next(file, csv).equals(file.columns())) {
            throw new ListRejected("header", file.fileName(), String.join(",", file.columns()));
        }
        int count = 0;
        for (List<String> fields = next(file, csv); !fields.isEmpty(); fields = next(file, csv)) {
            if (++count > MOST_ROWS) {
                throw new ListRejected("tooManyRows", file.fileName(), MOST_ROWS);
            }
            rows.accept(row(file, csv.line(), fields));
        }
    }

    /** The fields of the next line that is not empty; none at the end of the file. */
    private static List<String> next(ListFile file, CsvReader csv) throws IOException {
        try {
            List<String> fields;
            do {
                fields = csv.next().orElse(List.of());
            } while (fields.equals(EMPTY_LINE));
            return fields;
        } catch (CharacterCodingException notUtf8) {
            throw new ListRejected("notUtf8", file.fileName());
        } catch (CsvBroken broken) {
            Object line = broken.arguments().get(0);
            throw broken.isTooLong()
                    ? new ListRejected("lineTooLong", file.fileName(), line, LONGEST_LINE)
                    : new ListRejected("quotes", file.fileName(), line);
        }
    }

    private static Reader utf8(InputStream in) {
        return new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static ListRow row(ListFile file, int line, List<String> fields) {
        if (fields.size() != file.columns().size()) {
            throw new ListRejected(
                    "columns", file.fileName(), line, file.columns().size(), fields.size());
        }
        String code = code(file, line, file.level(), fields.get(0));
        String name = VisibleText.of(fields.get(1));
        if (name.isBlank()
                || name.length() > LONGEST_NAME
                || UNFIT.matcher(name).find()) {
            throw new ListRejected("name", file.fileName(), line, LONGEST_NAME);
        }
        @Nullable String parent = file.hasParent() ? code(file, line, file.parentLevel(), fields.get(2)) : null;
        return new ListRow(line, code, name, parent);
    }

    private static String code(ListFile file, int line, DivisionLevel level, String text) {
        if (!level.fits(text)) {
            throw new ListRejected("code", file.fileName(), line, shown(text), level.codeLength());
        }
        return text;
    }

    /** Foreign text as part of a one-line message. */
    private static String shown(String text) {
        String printable = UNFIT.matcher(text).replaceAll("?");
        return printable.length() > 40 ? printable.substring(0, 40) + "…" : printable;
    }
}
