package org.xuanpai.account.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The cost that passwords have outside of tests, where hashes are cheap. */
class PasswordCostTests {

    @Test
    void aHashIsMadeByArgon2idInTwoPassesOver32Mebibytes() {
        assertThat(PasswordCost.passwordEncoder().encode("a password")).startsWith("$argon2id$v=19$m=32768,t=2,p=1$");
    }
}
