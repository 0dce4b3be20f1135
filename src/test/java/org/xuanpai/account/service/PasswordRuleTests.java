package org.xuanpai.account.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xuanpai.account.WeakPassword;

class PasswordRuleTests {

    private static final String CHINESE =
            IntStream.range(0, 64).mapToObj(i -> Character.toString(0x4E00 + i)).collect(Collectors.joining());

    @Test
    void sixtyFourChineseCharactersAreAPassword() {
        assertThatCode(() -> check(CHINESE)).doesNotThrowAnyException();
    }

    @Test
    void theLastCharacterMatters() {
        PasswordHashes hashes = new PasswordHashes(PasswordCost.passwordEncoder());
        String hash = hashes.hash(CHINESE);

        assertThat(hashes.matches(CHINESE, () -> Optional.of(hash))).isTrue();
        assertThat(hashes.matches(CHINESE.substring(0, 63) + "异", () -> Optional.of(hash)))
                .isFalse();
        assertThat(hashes.matches(CHINESE + " ", () -> Optional.of(hash))).isFalse();
        assertThat(hashes.matches(CHINESE, Optional::empty)).isFalse();
    }

    @Test
    void theLengthIsCountedAsPeopleCount() {
        String rare = Character.toString(0x20BB7);
        assertThatCode(() -> check("abcde" + rare.repeat(123))).doesNotThrowAnyException();
        assertThatThrownBy(() -> check("abcde" + rare.repeat(124))).isInstanceOf(WeakPassword.class);
        assertThatThrownBy(() -> check("abcde" + rare.repeat(6))).isInstanceOf(WeakPassword.class);
        assertThatCode(() -> check("abcde" + rare.repeat(7))).doesNotThrowAnyException();
        assertThat(PasswordRule.isImpossible(rare.repeat(128))).isFalse();
        assertThat(PasswordRule.isImpossible(rare.repeat(129))).isTrue();
    }

    @Test
    void aFewCharactersRepeatedAreNoPassword() {
        assertThatThrownBy(() -> check("abcdabcdabcdabcd")).isInstanceOf(WeakPassword.class);
        assertThatCode(() -> check("abcdeabcdeabcde")).doesNotThrowAnyException();
    }

    @Test
    void theOwnersNamesAreNoPartOfIt() {
        assertThatThrownBy(() -> check("my name is ZHOUMIN today")).isInstanceOf(WeakPassword.class);
        assertThatThrownBy(() -> check("today it rains on 周敏 only")).isInstanceOf(WeakPassword.class);
        assertThatCode(() -> check("today it rains on nobody")).doesNotThrowAnyException();
    }

    @Test
    void controlCharactersAreRefused() {
        assertThatThrownBy(() -> check("a good pass\0word")).isInstanceOf(WeakPassword.class);
        assertThatThrownBy(() -> check("a good pass\uD800word")).isInstanceOf(WeakPassword.class);
        assertThat(PasswordRule.isImpossible("half a character \uDC00")).isTrue();
    }

    @Test
    void composedAndDecomposedAreTheSame() {
        assertThat(PasswordRule.normalized("cafe\u0301")).isEqualTo(PasswordRule.normalized("caf\u00e9"));
        assertThat(PasswordRule.normalized(" blanks stay ")).isEqualTo(" blanks stay ");
    }

    private static void check(String password) {
        PasswordRule.check(password, "zhoumin", "周敏");
    }
}
