package org.xuanpai.posting;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Where a posting stands (design 4). Each state is reached from the one before it; a posting is withdrawn from any state
 * before it is announced. {@link #IN_OFFICE} and {@link #ENDED} are not written anywhere: they follow from the instants of the
 * office, so that nothing has to happen at them.
 */
public enum PostingState {
    PROPOSED,
    /** Deliberated by county committee and county government (酝酿). */
    DELIBERATED,
    /** The city committee's leaders agree (clause B2). */
    CITY_CONSENTED,
    RECOMMENDED,
    INSPECTED,
    DECIDED,
    /** The public notice runs; from here on the posting is public. */
    NOTICE,
    NOTICE_CLOSED,
    /** Announced in the township; the office may begin on a day to come. */
    ANNOUNCED,
    IN_OFFICE,
    ENDED,
    WITHDRAWN;

    private static final Map<PostingState, Set<PostingState>> NEXT = new EnumMap<>(PostingState.class);

    static {
        NEXT.put(PROPOSED, EnumSet.of(DELIBERATED, WITHDRAWN));
        NEXT.put(DELIBERATED, EnumSet.of(CITY_CONSENTED, WITHDRAWN));
        NEXT.put(CITY_CONSENTED, EnumSet.of(RECOMMENDED, WITHDRAWN));
        NEXT.put(RECOMMENDED, EnumSet.of(INSPECTED, WITHDRAWN));
        NEXT.put(INSPECTED, EnumSet.of(DECIDED, WITHDRAWN));
        NEXT.put(DECIDED, EnumSet.of(NOTICE, WITHDRAWN));
        NEXT.put(NOTICE, EnumSet.of(NOTICE_CLOSED, WITHDRAWN));
        NEXT.put(NOTICE_CLOSED, EnumSet.of(ANNOUNCED, WITHDRAWN));
        NEXT.put(ANNOUNCED, EnumSet.of(IN_OFFICE, ENDED));
        NEXT.put(IN_OFFICE, EnumSet.of(ENDED));
        NEXT.put(ENDED, EnumSet.noneOf(PostingState.class));
        NEXT.put(WITHDRAWN, EnumSet.noneOf(PostingState.class));
    }

    /** Whether one state may follow another. */
    public boolean mayBecome(PostingState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether nothing of it is known outside the round. */
    public boolean isBeforeNotice() {
        return compareTo(NOTICE) < 0;
    }

    /** Whether it goes through the procedure still. */
    public boolean isOpen() {
        return compareTo(ANNOUNCED) < 0;
    }

    /** Whether the office was given. */
    public boolean isOffice() {
        return this == ANNOUNCED || this == IN_OFFICE;
    }
}
