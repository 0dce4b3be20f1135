package org.xuanpai.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats a list is exported in; in URLs {@code format=xlsx} or {@code format=csv}. */
public enum ExportFormat {
    /** A workbook of Excel, WPS or LibreOffice. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** Comma-separated text (RFC 4180) in UTF-8 with a byte order mark, so that Excel reads Chinese. */
    CSV("text/csv;charset=UTF-8");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The file name's ending, also the word in URLs. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the word of a URL, in any case. */
    public static Optional<ExportFormat> parse(String text) {
        return Arrays.stream(values())
                .filter(format -> format.name().equalsIgnoreCase(text))
                .findFirst();
    }
}
