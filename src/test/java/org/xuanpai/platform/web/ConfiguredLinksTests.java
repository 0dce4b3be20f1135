package org.xuanpai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.xuanpai.platform.StartRefused;

class ConfiguredLinksTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @BeforeEach
    void aRequest() {
        request.setServerName("127.0.0.1");
        request.setServerPort(8080);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    @AfterEach
    void noRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://xuanpai.example", "https://xuanpai.example/"})
    void areMadeOfTheAddressThatIsSet(String address) {
        assertThat(new ConfiguredLinks(address).to("/account/activation/{token}", "a-b"))
                .isEqualTo("https://xuanpai.example/account/activation/a-b");
    }

    @Test
    void areMadeOfTheRequestsNameOtherwise() {
        assertThat(new ConfiguredLinks("").to("/account/activation/{token}", "a-b"))
                .isEqualTo("http://127.0.0.1:8080/account/activation/a-b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xuanpai.example", "ftp://xuanpai.example", "https://", "https://a b", "https://a/?x=y"})
    void anAddressThatIsNoneStopsTheStart(String address) {
        assertThatThrownBy(() -> new ConfiguredLinks(address)).isInstanceOf(StartRefused.class);
    }
}
