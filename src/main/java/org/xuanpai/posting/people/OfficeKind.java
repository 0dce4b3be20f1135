package org.xuanpai.posting.people;

/** Offices that matter for postings (clauses B1, C4). */
public enum OfficeKind {
    /** Member of the county Party standing committee; may be posted (clause B1). */
    STANDING_COMMITTEE_MEMBER,
    /** Deputy county head; may be posted (clause B1). */
    DEPUTY_COUNTY_HEAD,
    /** Party secretary of one township; one at a time in each. */
    TOWNSHIP_PARTY_SECRETARY;

    /** Whether the office is held in a township. */
    public boolean isOfTownship() {
        return this == TOWNSHIP_PARTY_SECRETARY;
    }
}
