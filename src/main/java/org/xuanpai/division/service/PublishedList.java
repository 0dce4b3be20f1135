package org.xuanpai.division.service;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.xuanpai.division.ListRejected;
import org.xuanpai.shared.Sha256;

/** The published list as it was downloaded: a zip file or a folder with the five files. */
final class PublishedList implements Closeable {

    /** The whole country unpacks to 40 MB. */
    static final long MOST_BYTES = 200L * 1024 * 1024;

    private static final int MOST_ENTRIES = 100;

    private final Path path;
    private final Map<ListFile, Path> files = new EnumMap<>(ListFile.class);
    private final Map<ListFile, ZipEntry> entries = new EnumMap<>(ListFile.class);
    private final @Nullable ZipFile zip;

    /**
     * Finds the five files.
     *
     * @throws ListRejected when the path leads nowhere, the zip is damaged or a file is missing
     */
    PublishedList(Path path) {
        this.path = path;
        if (Files.isDirectory(path)) {
            this.zip = null;
            findInFolder();
        } else if (Files.isRegularFile(path)) {
            this.zip = openZip(path);
            findInZip(this.zip);
        } else {
            throw new ListRejected("missing", path);
        }
    }

    /** Reads one file's rows in order. */
    void read(ListFile file, Consumer<ListRow> rows) {
        try (InputStream in = open(file)) {
            ListReader.read(file, in, rows);
        } catch (ZipException damaged) {
            throw new ListRejected("damaged", path);
        } catch (IOException unreadable) {
            throw new ListRejected("unreadable", file.fileName());
        }
    }

    /** SHA-256 of the zip file, or of the five files one behind the other. */
    String sha256() {
        MessageDigest digest = Sha256.begin();
        try {
            if (zip != null) {
                digest(digest, Files.newInputStream(path));
            } else {
                for (Path file : files.values()) {
                    digest(digest, Files.newInputStream(file));
                }
            }
        } catch (IOException unreadable) {
            throw new ListRejected("unreadable", path);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() {
        if (zip != null) {
            try {
                zip.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void findInFolder() {
        long bytes = 0;
        for (ListFile file : ListFile.values()) {
            Path found = path.resolve(file.fileName());
            if (!Files.isRegularFile(found)) {
                throw new ListRejected("noFile", path, file.fileName());
            }
            try {
                bytes += Files.size(found);
            } catch (IOException unreadable) {
                throw new ListRejected("unreadable", file.fileName());
            }
            files.put(file, found);
        }
        if (bytes > MOST_BYTES) {
            throw new ListRejected("tooBig", path, MOST_BYTES / 1024 / 1024);
        }
    }

    private static ZipFile openZip(Path path) {
        try {
            return new ZipFile(path.toFile(), StandardCharsets.UTF_8);
        } catch (IOException | IllegalArgumentException damaged) {
            throw new ListRejected("notZip", path);
        }
    }

    /** The files lie at the top of the zip, or all in one folder. */
    private void findInZip(ZipFile opened) {
        try {
            if (opened.size() > MOST_ENTRIES) {
                throw new ListRejected("tooManyEntries", path, MOST_ENTRIES);
            }
            Enumeration<? extends ZipEntry> all = opened.entries();
            while (all.hasMoreElements()) {
                ZipEntry entry = all.nextElement();
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                for (ListFile file : ListFile.values()) {
                    if (file.fileName().equals(name) && entries.put(file, entry) != null) {
                        throw new ListRejected("twice", path, name);
                    }
                }
            }
            for (ListFile file : ListFile.values()) {
                if (!entries.containsKey(file)) {
                    throw new ListRejected("noFile", path, file.fileName());
                }
            }
        } catch (RuntimeException rejected) {
            close();
            throw rejected;
        }
    }

    private InputStream open(ListFile file) throws IOException {
        if (zip == null) {
            return new BufferedInputStream(Files.newInputStream(Objects.requireNonNull(files.get(file))));
        }
        ZipEntry entry = Objects.requireNonNull(entries.get(file));
        return new CheckedEntry(zip.getInputStream(entry), entry);
    }

    private static void digest(MessageDigest digest, InputStream from) throws IOException {
        try (InputStream in = new DigestInputStream(from, digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Counts what really comes out of an entry, and compares the check sum at its end; {@link ZipFile} does neither. */
    private final class CheckedEntry extends CheckedInputStream {

        private final ZipEntry entry;
        private long bytes;

        CheckedEntry(InputStream in, ZipEntry entry) {
            super(in, new CRC32());
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count > 0) {
                bytes += count;
                if (bytes > MOST_BYTES) {
                    throw new ListRejected("tooBig", path, MOST_BYTES / 1024 / 1024);
                }
            } else if (count < 0 && getChecksum().getValue() != entry.getCrc()) {
                throw new ZipException("check sum");
            }
            return count;
        }
    }
}
