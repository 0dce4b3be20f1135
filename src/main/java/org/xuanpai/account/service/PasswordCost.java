package org.xuanpai.account.service;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** What a password's hash costs: Argon2id, 100 to 400 ms on the computers this runs on (controls A2). */
@Configuration(proxyBeanMethods = false)
class PasswordCost {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 32 * 1024;
    private static final int PASSES = 2;

    @Bean
    static Argon2PasswordEncoder passwordEncoder() {
        return new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    }
}
