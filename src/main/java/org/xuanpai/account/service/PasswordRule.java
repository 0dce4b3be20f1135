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

    /** Nothing that long was ever accepted, so it need not be hashed. */
    static boolean isTooLong(String password) {
        return password.codePointCount(0, password.length()) > LONGEST;
    }

    static void check(String password, String username, String displayName) {
        int length = password.codePointCount(0, password.length());
        boolean varied = password.codePoints().distinct().count() >= DISTINCT;
        boolean control = password.codePoints().anyMatch(Character::isISOControl);
        if (length < SHORTEST || length > LONGEST || !varied || control || names(password, username, displayName)) {
            throw new WeakPassword(SHORTEST, LONGEST);
        }
    }

    private static boolean names(String password, String username, String displayName) {
        String lower = password.toLowerCase(Locale.ROOT);
        return lower.contains(username.toLowerCase(Locale.ROOT)) || password.contains(displayName);
    }
}
