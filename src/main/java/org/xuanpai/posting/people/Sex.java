package org.xuanpai.posting.people;

/** Sex, as a public notice names it. */
public enum Sex {
    MALE,
    FEMALE
}
