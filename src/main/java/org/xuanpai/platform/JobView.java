package org.xuanpai.platform;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A long work and how far it is.
 *
 * @param accountName who ordered it
 * @param argument what was asked, as its feature reads it
 * @param step what it is at, a word of its feature
 * @param total how much there is to do; 0 while that is not known
 * @param problem message key of why it failed
 * @param arguments arguments of that message
 */
public record JobView(
        UUID id,
        String accountName,
        String argument,
        State state,
        Instant askedAt,
        @Nullable Instant endedAt,
        String step,
        long done,
        long total,
        @Nullable String problem,
        List<String> arguments,
        List<Line> lines) {

    /** Whether it is worth asking again in a moment. */
    public boolean isOpen() {
        return state == State.WAITING || state == State.RUNNING;
    }

    /** Lines of a kind. */
    public List<Line> lines(String kind) {
        return lines.stream().filter(line -> line.kind().equals(kind)).toList();
    }

    /** How far a job is. */
    public enum State {
        /** Ordered; somebody else's is first. */
        WAITING,
        /** At work. */
        RUNNING,
        /** Done. */
        DONE,
        /** Not done, and nothing changed. */
        FAILED
    }

    /** Something it has to say about a thing. */
    public record Line(
            String kind,
            String subject,
            String text,
            @Nullable UUID unitId) {}
}
