package org.xuanpai.platform.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestGuardTests {

    private final RequestGuard guard = new RequestGuard();

    @ParameterizedTest
    @ValueSource(strings = {"text=%E6%9F%B3%E6%B8%A1", "a=1+2&b=", "emoji=%F0%9F%91%A9", "percent=100%25"})
    void ordinaryAddressesPass(String query) throws Exception {
        assertThat(status("/duties", query)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text=%00",
                "text=%0a",
                "text=%1b[31m",
                "text=%ff",
                "text=%c0%af",
                "text=%ed%a0%80",
                "text=%E2%80%AE",
                "text=%EF%BB%BF",
                "text=%",
                "text=%4",
                "text=%zz"
            })
    void whatNoTextOfOursHoldsIsABadRequest(String query) throws Exception {
        assertThat(status("/duties", query)).isEqualTo(400);
        assertThat(status("/duties/" + query.substring(5), null)).isEqualTo(400);
    }

    @Test
    void theNamesOfFormFieldsAreCheckedAndTheirValuesLeftToTheForm() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/duties");
        request.addParameter("text", "a\0b");
        assertThat(status(request)).isEqualTo(200);
        request.addParameter("a\0b", "text");
        assertThat(status(request)).isEqualTo(400);
    }

    private int status(String path, @Nullable String query) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setQueryString(query);
        return status(request);
    }

    private int status(MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        guard.doFilterInternal(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
