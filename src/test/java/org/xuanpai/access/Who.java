package org.xuanpai.access;

import java.util.EnumSet;
import java.util.Set;

/** Who tries to write, seen from the county and the township whose rows are written. */
enum Who {
    // those come first who show soonest that a condition is gone
    ORGANIZER,
    PARTY_SECRETARY,
    CLERK,
    LEADER,
    OTHER_ORGANIZER,
    OTHER_CLERK,
    SYSTEM_ADMIN,
    SECOND_ORGANIZER,
    /** The account of {@link #ORGANIZER} under another duty. */
    ORGANIZER_AS_LEADER,
    /** The account of {@link #ORGANIZER} in another county. */
    ORGANIZER_ELSEWHERE,
    STATISTICS_BUREAU,
    TAX_BUREAU,
    FIRST_SECRETARY,
    /** The account of {@link #CLERK} in the other township of the county. */
    CLERK_NEXT_DOOR,
    PARTY_SECRETARY_NEXT_DOOR,
    FIRST_SECRETARY_NEXT_DOOR,
    VILLAGE_USER,
    CITY_ORGANIZER,
    OTHER_LEADER,
    OTHER_STATISTICS_BUREAU,
    OTHER_PARTY_SECRETARY,
    SECURITY_ADMIN,
    AUDITOR,
    SYSTEM_SETUP,
    SYSTEM_IMPORTER,
    NOBODY;

    static final Set<Who> NONE = Set.of();
    static final Set<Who> ORGANIZERS = EnumSet.of(ORGANIZER, SECOND_ORGANIZER);
    static final Set<Who> ORGANIZERS_ANYWHERE =
            EnumSet.of(ORGANIZER, SECOND_ORGANIZER, ORGANIZER_ELSEWHERE, OTHER_ORGANIZER);
    static final Set<Who> COUNTY = EnumSet.of(ORGANIZER, SECOND_ORGANIZER, ORGANIZER_AS_LEADER, LEADER);
    static final Set<Who> TOWNSHIP = EnumSet.of(FIRST_SECRETARY, PARTY_SECRETARY, CLERK);
    static final Set<Who> ADMINISTRATORS = EnumSet.of(SYSTEM_ADMIN, SECURITY_ADMIN, AUDITOR);
    static final Set<Who> WHOEVER_ACTS = EnumSet.complementOf(EnumSet.of(NOBODY));
    /** Whose name no account tells. */
    static final Set<Who> WHOEVER_HAS_NO_ACCOUNT = EnumSet.complementOf(
            EnumSet.of(ORGANIZER, SECOND_ORGANIZER, ORGANIZER_AS_LEADER, ORGANIZER_ELSEWHERE, OTHER_ORGANIZER));

    static Set<Who> only(Who first, Who... others) {
        return EnumSet.of(first, others);
    }

    static Set<Who> and(Set<Who> some, Who... others) {
        Set<Who> all = EnumSet.copyOf(some);
        all.addAll(Set.of(others));
        return all;
    }
}
