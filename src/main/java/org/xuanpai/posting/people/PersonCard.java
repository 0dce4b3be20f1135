package org.xuanpai.posting.people;

import java.time.YearMonth;
import java.util.UUID;

/**
 * A person, as other features see one inside their own use cases.
 *
 * @param id the person
 * @param name family and given name, at most 50 characters
 * @param pinyin its syllables in small letters, with spaces between
 * @param sex as a public notice names it
 * @param birthMonth for organizers and public notices alone; it is not shown to anybody else
 * @param education as it is written in the file, such as 大学
 * @param titles titles of the confirmed offices held on the day asked for, in the order of {@link OfficeKind}, with 、 between;
 *     empty for none
 */
public record PersonCard(
        UUID id, String name, String pinyin, Sex sex, YearMonth birthMonth, String education, String titles) {}
