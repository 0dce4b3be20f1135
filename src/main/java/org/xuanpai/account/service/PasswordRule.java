package org.xuanpai.account.service;

import java.text.Normalizer;
import java.util.Locale;
import org.xuanpai.account.WeakPassword;

/** What a password must be: long, of any script, and not built on its owner's name (controls A2, A3). */
final class PasswordRule {

    /** Code points. */
    static final int SHORTEST = 12;

    /** Code points. */
    static final int LONGEST = 128;

    private static final int DISTINCT = 5;

    private PasswordRule() {}

    /** The form that is hashed and compared: NFC, nothing trimmed or cut. */
    static String normalized(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    /** Nothing like that was ever accepted, so it is not hashed: too long, or with half a character in it. */
    static boolean isImpossible(String password) {
        return password.codePointCount(0, password.length()) > LONGEST
                || password.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    static void check(String password, String username, String displayName) {
        int length = password.codePointCount(0, password.length());
        boolean varied = password.codePoints().distinct().count() >= DISTINCT;
        boolean control = password.codePoints().anyMatch(Character::isISOControl);
        if (length < SHORTEST
                || isImpossible(password)
                || !varied
                || control
                || names(password, username, displayName)) {
            throw new WeakPassword(SHORTEST, LONGEST);
        }
    }

    private static boolean names(String password, String username, String displayName) {
        String lower = password.toLowerCase(Locale.ROOT);
        return lower.contains(username.toLowerCase(Locale.ROOT)) || password.contains(displayName);
    }
}
