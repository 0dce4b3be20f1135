package org.xuanpai.exchange.service;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.xuanpai.exchange.TableRefused;
import org.xuanpai.exchange.UploadLimits;

/**
 * Looks through a workbook before anything is made of it (controls E2): unpacks every file in it once, counting, and keeps
 * nothing. What is no table of figures is refused by name or by its first bytes.
 */
final class ZipCheck {

    private static final Pattern UNWANTED =
            Pattern.compile(".*(vbaproject|/embeddings/|/externallinks/|/activex/|\\.bin$|\\.zip$|\\.xls[a-z]?$).*");

    private static final int BLOCK = 4_096;

    private ZipCheck() {}

    static boolean isZip(byte[] content) {
        return content.length > 1 && content[0] == 'P' && content[1] == 'K';
    }

    /** @throws TableRefused when it is too large or carries what it should not */
    static void check(byte[] content) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (entries.size() > UploadLimits.ENTRIES) {
                throw TableRefused.tooLarge();
            }
            long unpacked = 0;
            for (ZipArchiveEntry entry : entries) {
                mustBeWanted(entry);
                unpacked = unpack(zip, entry, unpacked, content.length);
            }
        } catch (IOException | RuntimeException | LinkageError broken) {
            throw broken instanceof TableRefused refused ? refused : TableRefused.unreadable();
        }
    }

    private static void mustBeWanted(ZipArchiveEntry entry) {
        String name = entry.getName().toLowerCase(Locale.ROOT).replace('\\', '/');
        boolean outside = name.startsWith("/") || name.contains("..") || name.contains(":");
        boolean encrypted = entry.getGeneralPurposeBit().usesEncryption();
        if (outside || encrypted || UNWANTED.matcher("/" + name).matches()) {
            throw TableRefused.dangerous();
        }
        if (entry.getMethod() != ZipArchiveEntry.STORED && entry.getMethod() != ZipArchiveEntry.DEFLATED) {
            throw TableRefused.unreadable();
        }
    }

    private static long unpack(ZipFile zip, ZipArchiveEntry entry, long before, int packed) throws IOException {
        long unpacked = before;
        byte[] block = new byte[BLOCK];
        try (InputStream file = zip.getInputStream(entry)) {
            boolean first = true;
            int digits = 0;
            for (int read = file.readNBytes(block, 0, BLOCK); read > 0; read = file.readNBytes(block, 0, BLOCK)) {
                unpacked += read;
                mustFit(unpacked, packed);
                digits = digits(block, read, digits);
                if (first) {
                    mustHaveNoType(block, read);
                    first = false;
                }
            }
        }
        return unpacked;
    }

    private static void mustFit(long unpacked, int packed) {
        boolean dense = unpacked > UploadLimits.RATIO_FROM_BYTES && unpacked > (long) packed * UploadLimits.RATIO;
        if (dense || unpacked > UploadLimits.UNPACKED_BYTES) {
            throw TableRefused.tooLarge();
        }
    }

    /**
     * How many digits the block ends with, together with those before it. A number of a million digits takes minutes to read,
     * so it must not come to that.
     */
    private static int digits(byte[] block, int length, int before) {
        int digits = before;
        for (int i = 0; i < length; i++) {
            digits = block[i] >= '0' && block[i] <= '9' ? digits + 1 : 0;
            if (digits > UploadLimits.CELL_LENGTH) {
                throw TableRefused.tooLarge();
            }
        }
        return digits;
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
