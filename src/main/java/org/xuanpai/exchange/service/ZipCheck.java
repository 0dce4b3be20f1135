package org.xuanpai.exchange.service;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.xuanpai.exchange.TableRefused;
import org.xuanpai.exchange.UploadLimits;

/**
 * Looks through a workbook before anything is made of it (controls E2): unpacks every file in it once, counting, and keeps
 * nothing. What is no table of figures is refused by name or by its first bytes.
 */
final class ZipCheck {

    private static final Pattern UNWANTED =
            Pattern.compile(".*(vbaproject|/embeddings/|/externallinks/|/activex/|\\.bin$|\\.zip$|\\.xls[a-z]?$).*");

    private static final int HEAD = 4_096;
    private static final int ENCRYPTED = 1;
    private static final int FLAGS_AT = 6;
    private static final int METHOD_AT = 8;

    private ZipCheck() {}

    /** @throws TableRefused when it is too large or carries what it should not */
    static void check(byte[] content) {
        mustBePlain(content);
        int entries = 0;
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
            byte[] block = new byte[HEAD];
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > UploadLimits.ENTRIES) {
                    throw TableRefused.tooLarge();
                }
                mustBeWanted(entry.getName());
                boolean first = true;
                for (int read = zip.readNBytes(block, 0, HEAD); read > 0; read = zip.readNBytes(block, 0, HEAD)) {
                    unpacked += read;
                    mustFit(unpacked, content.length);
                    if (first) {
                        mustHaveNoType(block, read);
                        first = false;
                    }
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw TableRefused.unreadable();
        }
        if (entries == 0) {
            throw TableRefused.unreadable();
        }
    }

    static boolean isZip(byte[] content) {
        return content.length > METHOD_AT + 1 && content[0] == 'P' && content[1] == 'K';
    }

    /** The first local header: not encrypted, stored or deflated. Later ones are refused by the stream itself. */
    private static void mustBePlain(byte[] content) {
        int method = content[METHOD_AT] & 0xFF | (content[METHOD_AT + 1] & 0xFF) << Byte.SIZE;
        if ((content[FLAGS_AT] & ENCRYPTED) != 0) {
            throw TableRefused.dangerous();
        }
        if (method != ZipEntry.STORED && method != ZipEntry.DEFLATED) {
            throw TableRefused.unreadable();
        }
    }

    private static void mustBeWanted(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace('\\', '/');
        boolean outside = plain.startsWith("/") || plain.contains("..") || plain.contains(":");
        if (outside || UNWANTED.matcher("/" + plain).matches()) {
            throw TableRefused.dangerous();
        }
    }

    private static void mustFit(long unpacked, int packed) {
        boolean dense = unpacked > UploadLimits.RATIO_FROM_BYTES && unpacked > (long) packed * UploadLimits.RATIO;
        if (dense || unpacked > UploadLimits.UNPACKED_BYTES) {
            throw TableRefused.tooLarge();
        }
    }

    /** No document type, in UTF-8 or UTF-16. */
    private static void mustHaveNoType(byte[] block, int length) {
        String head = new String(block, 0, length, StandardCharsets.ISO_8859_1).replace("\0", "");
        if (head.contains("<!DOCTYPE") || head.contains("<!ENTITY")) {
            throw TableRefused.dangerous();
        }
    }

    /** A stream over what was checked. */
    static InputStream stream(byte[] content) {
        return new ByteArrayInputStream(content);
    }
}
