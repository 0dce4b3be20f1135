package org.xuanpai.audit.service;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.MayReadTrail;
import org.xuanpai.shared.CurrentUser;

/**
 * Recomputes the chain from its first entry and compares it with what is stored: a changed, missing, added or swapped entry
 * is named by its number. Cutting the tail together with the tip is only seen by whoever kept an earlier head.
 */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class TrailVerifier {

    private static final int FETCH = 5_000;

    private final JdbcTemplate jdbc;

    TrailVerifier(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(FETCH);
    }

    /** Walks the whole trail in constant memory; entries and tip are read as of one moment, so an append in between is no alarm. */
    @MayReadTrail
    public Verification verify(CurrentUser user) {
        Walk walk = new Walk();
        jdbc.query("select * from trail_entry order by seq", row -> {
            walk.step(TrailQueries.entry(row), row.getBytes("previous_hash"), row.getBytes("hash"));
        });
        jdbc.query("select seq, hash from trail_tip", row -> {
            walk.end(row.getLong("seq"), row.getBytes("hash"));
        });
        return new Verification(walk.entries, HexFormat.of().formatHex(walk.hash), Optional.ofNullable(walk.broken));
    }

    /**
     * What the walk found.
     *
     * @param entries entries seen
     * @param head hash of the last good entry in hexadecimal, to be kept outside the database
     * @param firstBroken number of the first entry that does not fit; empty when the trail is whole
     */
    public record Verification(long entries, String head, Optional<Long> firstBroken) {

        public boolean isWhole() {
            return firstBroken.isEmpty();
        }
    }

    private static final class Walk {

        private long entries;
        private byte[] hash = TrailHash.origin();
        private @Nullable Long broken;

        void step(TrailEntry entry, byte[] previousHash, byte[] storedHash) {
            entries++;
            if (broken != null) {
                return;
            }
            boolean follows = entry.seq() == entries && Arrays.equals(previousHash, hash);
            if (!follows || !Arrays.equals(storedHash, TrailHash.of(hash, entry))) {
                broken = entries;
                return;
            }
            hash = storedHash;
        }

        void end(long tip, byte[] tipHash) {
            if (broken == null && (tip != entries || !Arrays.equals(tipHash, hash))) {
                broken = entries + 1;
            }
        }
    }
}
