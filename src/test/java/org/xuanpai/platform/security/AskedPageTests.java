package org.xuanpai.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class AskedPageTests {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/trail?text=x, /trail?text=x",
        "https://elsewhere.example/progress, /progress",
        "//elsewhere.example/x, /x",
        "https://elsewhere.example, /",
        "https://elsewhere.example//evil.example/x, /",
        "https://elsewhere.example/\\evil.example, /",
        "javascript:alert(1), /",
        "trail, /",
        "'http://a b', /",
        "'', /"
    })
    void onlyPathAndQueryAreUsed(String asked, String used) {
        assertThat(AskedPage.local(asked, "/")).isEqualTo(used);
    }

    @Test
    void withoutAPageAskedForItIsTheHomePageOfTheApplication() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/xuanpai/login");
        request.setContextPath("/xuanpai");

        assertThat(new AskedPage().path(request, new MockHttpServletResponse())).isEqualTo("/xuanpai/");
    }

    @Test
    void hostsAreComparedWithoutCaseAndBrackets() {
        AllowedHosts hosts = new AllowedHosts(Set.of("localhost", "::1"));

        assertThat(hosts.test("LocalHost")).isTrue();
        assertThat(hosts.test("[::1]")).isTrue();
        assertThat(hosts.test("localhost.example")).isFalse();
        assertThat(hosts.test("")).isFalse();
    }
}
