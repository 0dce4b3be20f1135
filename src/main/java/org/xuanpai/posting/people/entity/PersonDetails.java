package org.xuanpai.posting.people.entity;

import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.people.Sex;

/**
 * What is written of a person.
 *
 * @param name family and given name, 1 to 50 characters
 * @param pinyin syllables in small letters with one space between, ü as v
 * @param education as in the file, 1 to 50 characters
 * @param accountId the account under which the person signs in; {@code null} for none
 */
public record PersonDetails(
        String name,
        String pinyin,
        Sex sex,
        YearMonth birthMonth,
        String education,
        @Nullable UUID accountId) {}
