package org.xuanpai.exchange;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads comma-separated text (RFC 4180) row by row and gives texts their original form; a byte order mark at the start is
 * skipped. Strict about quotation marks, and never holds more than one row, whose length is bounded, so a hostile file costs no
 * memory.
 */
public final class CsvReader {

    private static final int END = -1;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader in;
    private final int longestRow;
    private final char[] buffer = new char[8192];
    private final StringBuilder field = new StringBuilder();
    private int next;
    private int filled;
    private boolean begun;
    private int line = 1;
    private int rowLine;
    private int rowLength;

    /** @param longestRow characters that the fields of a row may have together */
    public CsvReader(Reader in, int longestRow) {
        this.in = in;
        this.longestRow = longestRow;
    }

    /** The line, from 1, on which the row read last begins. */
    public int line() {
        return rowLine;
    }

    /**
     * The fields of the next row, one empty field for an empty line; empty at the end.
     *
     * @throws CsvBroken when a quotation mark stands where none may, or a row is too long
     */
    public Optional<List<String>> next() throws IOException {
        int first = read();
        if (!begun && first == BYTE_ORDER_MARK) {
            first = read();
        }
        begun = true;
        rowLine = line;
        rowLength = 0;
        return first == END ? Optional.empty() : Optional.of(fields(first));
    }

    private List<String> fields(int first) throws IOException {
        List<String> fields = new ArrayList<>();
        int c = first;
        while (true) {
            field.setLength(0);
            c = c == '"' ? quoted() : plain(c);
            fields.add(Csv.original(field.toString()));
            if (c != ',') {
                endOfRow(c);
                return fields;
            }
            c = read();
        }
    }

    private void endOfRow(int c) throws IOException {
        if (c == '\r') {
            int after = read();
            if (after != '\n' && after != END) {
                next--; // it belongs to the next row
            }
        }
        line++;
    }

    /** Reads up to the end of a plain field and returns the character behind it. */
    private int plain(int first) throws IOException {
        int c = first;
        while (!isBehindField(c)) {
            if (c == '"') {
                throw new CsvBroken(line);
            }
            append(c);
            c = read();
        }
        return c;
    }

    /** Reads a quoted field behind its first quotation mark and returns the character behind its last one. */
    private int quoted() throws IOException {
        int opened = line;
        while (true) {
            int c = read();
            if (c == '"') {
                c = read();
                if (isBehindField(c)) {
                    return c;
                }
                if (c != '"') {
                    throw new CsvBroken(line);
                }
            } else if (c == '\n') {
                line++;
            } else if (c == END) {
                throw new CsvBroken(opened);
            }
            append(c);
        }
    }

    private static boolean isBehindField(int c) {
        return c == ',' || c == '\n' || c == '\r' || c == END;
    }

    private void append(int c) {
        if (++rowLength > longestRow) {
            throw CsvBroken.tooLong(rowLine, longestRow);
        }
        field.append((char) c);
    }

    private int read() throws IOException {
        if (next == filled) {
            next = 0;
            filled = Math.max(0, in.read(buffer, 0, buffer.length));
            if (filled == 0) {
                return END;
            }
        }
        return buffer[next++];
    }
}
