package org.xuanpai.posting.people.service;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.people.Sex;

/**
 * Somebody in the list, as of today.
 *
 * @param birthMonth such as 1975-06; {@code null} for whoever does not edit people
 * @param titles titles of the offices held; empty for none
 * @param portfolios fields of work; empty for none
 * @param liaisons townships and villages of liaisons; empty for none
 * @param secondments townships and villages of secondments; empty for none
 * @param waiting how many proposals wait for a second organizer
 */
public record PersonRow(
        UUID id,
        String name,
        String pinyin,
        Sex sex,
        @Nullable String birthMonth,
        String education,
        String titles,
        String portfolios,
        String liaisons,
        String secondments,
        int waiting) {

    /** Message key of the sex. */
    public String sexKey() {
        return "posting.people.sex." + sex;
    }
}
