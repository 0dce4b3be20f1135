package org.xuanpai.account.service;

import java.security.SecureRandom;
import java.util.Base64;
import org.xuanpai.shared.Sha256;

/** One-time tokens: 192 random bits as text for the person, their SHA-256 for the database. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private Secrets() {}

    static String token() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] digest(String token) {
        return Sha256.of(token);
    }
}
