package org.xuanpai.audit.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.xuanpai.shared.Sha256;

/** The hash of a trail entry, computed as the database's trigger {@code trail_append} does it. */
final class TrailHash {

    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private TrailHash() {}

    /** What the chain starts from. */
    static byte[] origin() {
        return Sha256.of("xuanpai");
    }

    static byte[] of(byte[] previous, TrailEntry entry) {
        MessageDigest digest = Sha256.begin();
        digest.update(previous);
        field(digest, Long.toString(entry.seq()));
        field(digest, MICROSECONDS.format(entry.at()));
        field(digest, entry.actorId() == null ? "" : entry.actorId().toString());
        field(digest, entry.actorName());
        field(digest, entry.role());
        field(digest, entry.unitName());
        field(digest, entry.action());
        field(digest, entry.outcome());
        field(digest, entry.subject());
        field(digest, entry.subjectId());
        field(digest, entry.details());
        return digest.digest();
    }

    private static void field(MessageDigest digest, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
