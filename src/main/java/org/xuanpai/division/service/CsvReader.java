package org.xuanpai.division.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xuanpai.division.ListRejected;

/**
 * Reads the lines of a comma-separated file (RFC 4180) one by one. Strict about UTF-8 and quotes, and never holds more than one
 * line, whose length is bounded, so a hostile file costs no memory.
 */
final class CsvReader {

    static final int LONGEST_LINE = 2_000;

    private static final int END = -1;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String file;
    private final Reader in;
    private final char[] buffer = new char[8192];
    private final StringBuilder field = new StringBuilder();
    private int next;
    private int filled;
    private int line;
    private int lineLength;

    CsvReader(String file, InputStream in) {
        this.file = file;
        this.in = new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** The number of the line read last, from 1. */
    int line() {
        return line;
    }

    /** The fields of the next line; empty at the end of the file. Empty lines are skipped. */
    Optional<List<String>> next() throws IOException {
        while (true) {
            int first = read();
            if (line == 0 && first == BYTE_ORDER_MARK) {
                first = read();
            }
            if (first == END) {
                return Optional.empty();
            }
            line++;
            lineLength = 0;
            List<String> fields = fields(first);
            if (fields.size() > 1 || !fields.get(0).isEmpty()) {
                return Optional.of(fields);
            }
        }
    }

    private List<String> fields(int first) throws IOException {
        List<String> fields = new ArrayList<>();
        int c = first;
        while (true) {
            field.setLength(0);
            c = c == '"' ? quoted() : plain(c);
            fields.add(field.toString());
            if (c == '\r') {
                c = read();
                if (c != '\n' && c != END) {
                    throw new ListRejected("quotes", file, line);
                }
            }
            if (c == '\n' || c == END) {
                return fields;
            }
            c = read();
        }
    }

    /** Reads up to the end of a plain field and returns the character behind it. */
    private int plain(int first) throws IOException {
        int c = first;
        while (c != ',' && c != '\n' && c != '\r' && c != END) {
            if (c == '"') {
                throw new ListRejected("quotes", file, line);
            }
            append(c);
            c = read();
        }
        return c;
    }

    /** Reads a quoted field behind its first quote and returns the character behind its last one. */
    private int quoted() throws IOException {
        while (true) {
            int c = read();
            if (c == '"') {
                c = read();
                if (c != '"') {
                    if (c != ',' && c != '\n' && c != '\r' && c != END) {
                        throw new ListRejected("quotes", file, line);
                    }
                    return c;
                }
            } else if (c == END || c == '\n') {
                throw new ListRejected("quotes", file, line);
            }
            append(c);
        }
    }

    private void append(int c) {
        if (++lineLength > LONGEST_LINE) {
            throw new ListRejected("lineTooLong", file, line, LONGEST_LINE);
        }
        field.append((char) c);
    }

    private int read() throws IOException {
        if (next == filled) {
            try {
                filled = in.read(buffer, 0, buffer.length);
            } catch (CharacterCodingException notUtf8) {
                throw new ListRejected("notUtf8", file);
            }
            next = 0;
            if (filled <= 0) {
                filled = 0;
                return END;
            }
        }
        return buffer[next++];
    }
}
