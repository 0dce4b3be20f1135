package org.xuanpai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xuanpai.platform.Flash;
import org.xuanpai.shared.Period;

class SignedFlashTests {

    private static final byte[] KEY = "a key of this installation only.".getBytes(StandardCharsets.UTF_8);
    private static final SignedFlash FLASH = new SignedFlash(
            new Flash("report.submitted", List.of("柳渡镇", "", "a.b", Period.of(2026, 10))),
            "/progress",
            1_794_000_000_000L);

    @Test
    void whatWasWrittenIsRead() {
        assertThat(SignedFlash.read(FLASH.write(KEY), KEY)).contains(FLASH);
    }

    @Test
    void aMessageWithoutArgumentsIsReadToo() {
        SignedFlash plain = new SignedFlash(Flash.of("account.duty.ended"), "/duties", 0);

        assertThat(SignedFlash.read(plain.write(KEY), KEY)).contains(plain);
    }

    @Test
    void anyChangedCharacterMakesItNothing() {
        String written = FLASH.write(KEY);

        for (int i = 0; i < written.length(); i++) {
            char other = written.charAt(i) == 'x' ? 'y' : 'x';
            String changed = written.substring(0, i) + other + written.substring(i + 1);
            assertThat(SignedFlash.read(changed, KEY)).as("character %s", i).isEmpty();
        }
    }

    @Test
    void anotherInstallationsMessageIsNothing() {
        byte[] other = KEY.clone();
        other[0]++;

        assertThat(SignedFlash.read(FLASH.write(other), KEY)).isEmpty();
        assertThat(SignedFlash.read("", KEY)).isEmpty();
        assertThat(SignedFlash.read(".", KEY)).isEmpty();
        assertThat(SignedFlash.read("a.b.c", KEY)).isEmpty();
    }

    @Test
    void longArgumentsAreShortenedSoThatTheCookieIsKept() {
        List<Object> long16 =
                IntStream.range(0, 16).<Object>mapToObj(i -> "𠮷".repeat(1_000)).toList();
        String written = new SignedFlash(new Flash("key", long16), "/progress", 0).write(KEY);

        assertThat(written.length()).isLessThan(4_000);
        assertThat(SignedFlash.read(written, KEY).orElseThrow().flash().arguments())
                .hasSize(6)
                .allMatch(argument -> argument.equals("𠮷".repeat(100) + "…"));
    }
}
