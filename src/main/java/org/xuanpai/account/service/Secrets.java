package org.xuanpai.account.service;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.xuanpai.shared.Sha256;

/**
 * One-time tokens, 192 random bits as text for the person, and codes to be typed, 58 of them; their SHA-256 for the database.
 */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    // written down and typed: no character looks like another one
    private static final String CHARACTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUPS = 3;
    private static final int GROUP = 4;

    private Secrets() {}

    static String token() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Three groups of four characters, such as {@code 7KQM-2WXA-9DTR}. */
    static String code() {
        return IntStream.range(0, GROUPS).mapToObj(group -> group()).collect(Collectors.joining("-"));
    }

    /** However it is typed: in small letters, with blanks or without hyphens. */
    static byte[] digestOfCode(String typed) {
        return digest(typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", ""));
    }

    private static String group() {
        return RANDOM.ints(GROUP, 0, CHARACTERS.length())
                .mapToObj(CHARACTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    static byte[] digest(String token) {
        return Sha256.of(token);
    }
}
