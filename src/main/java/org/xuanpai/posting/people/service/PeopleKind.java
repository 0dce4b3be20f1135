package org.xuanpai.posting.people.service;

import java.util.Arrays;
import java.util.Optional;

/** Whom the list of people shows. Its text is {@code people.kind.<NAME>}. */
public enum PeopleKind {
    /** Members of the county standing committee. */
    STANDING_COMMITTEE_MEMBER,
    /** Deputy county heads. */
    DEPUTY_COUNTY_HEAD,
    /** Township Party secretaries. */
    TOWNSHIP_PARTY_SECRETARY,
    /** Who has a liaison. */
    LIAISON,
    /** Who is on secondment. */
    SECONDMENT,
    /** About whom something waits for a second organizer. */
    WAITING;

    /** As it stands in an address; empty for anything else, which shows everybody. */
    public static Optional<PeopleKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(word)).findFirst();
    }
}
