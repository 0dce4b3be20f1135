package org.xuanpai.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.xuanpai.IntegrationTest;
import org.xuanpai.fixture.Given;
import org.xuanpai.shared.Role;

/** What a stranger writes into the session's cookie reaches neither the database nor the log (controls D1, D6). */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class StrangeCookieIT {

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @BeforeEach
    void setUpIsDone() {
        given.person(Role.AUDITOR, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0\0\0\0", "", "x", "' or 1=1 --", "../../etc/passwd", "\r\nset-cookie: a=b", "龘"})
    void isAbsentWhenItIsNoIdOfASession(String id, CapturedOutput log) {
        String cookie = Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));

        assertThat(mvc.get().uri("/trail").cookie(new Cookie("xuanpai", cookie)).exchange())
                .hasStatus(302)
                .hasRedirectedUrl("/login");
        assertThat(log).doesNotContain("WARN", "ERROR", "spring_session");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gICAgA==", "%%%", "AAAA"})
    void isAbsentHoweverItIsWritten(String cookie, CapturedOutput log) {
        assertThat(mvc.get().uri("/trail").cookie(new Cookie("xuanpai", cookie)).exchange())
                .hasStatus(302)
                .hasRedirectedUrl("/login");
        assertThat(log).doesNotContain("WARN", "ERROR", "spring_session");
    }
}
