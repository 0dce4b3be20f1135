package org.xuanpai.posting.people.service;

import java.time.YearMonth;
import org.xuanpai.posting.people.Sex;

/**
 * What an organizer types of a person.
 *
 * @param name family and given name, 1 to 50 characters
 * @param pinyin as typed; empty to have it read from the name
 * @param education as in the file, 1 to 50 characters
 * @param username the account under which the person signs in; empty for none
 */
public record PersonInput(
        String name, String pinyin, Sex sex, YearMonth birthMonth, String education, String username) {}
