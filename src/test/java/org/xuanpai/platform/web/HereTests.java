package org.xuanpai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class HereTests {

    @Test
    void oneParameterChangesAndTheRestStays() {
        Here here = here("GET", "/duties", "text=%E6%9F%B3&page=2&lang=en");

        assertThat(here.with("page", 3)).isEqualTo("/duties?text=%E6%9F%B3&lang=en&page=3");
        assertThat(here.without("page")).isEqualTo("/duties?text=%E6%9F%B3&lang=en");
        assertThat(here.export("csv")).isEqualTo("/duties/export?text=%E6%9F%B3&format=csv");
    }

    @Test
    void theLastParameterLeavesNoQuestionMark() {
        assertThat(here("GET", "/duties", "page=2").without("page")).isEqualTo("/duties");
        assertThat(here("GET", "/duties", null).with("lang", "中")).isEqualTo("/duties?lang=%E4%B8%AD");
    }

    @Test
    void aPathNeverLeadsToAnotherServer() {
        assertThat(here("GET", "//elsewhere.example/x", null).with("lang", "en"))
                .startsWith("/elsewhere.example");
    }

    @Test
    void onlyWhatWasAskedForByGetCanBeShownAgain() {
        assertThat(here("GET", "/", null).repeatable()).isTrue();
        assertThat(here("POST", "/", null).repeatable()).isFalse();
        assertThat(here("GET", "/duties", "page=2").in("en")).isEqualTo("/duties?page=2&lang=en");
        assertThat(here("POST", "/duties", "page=2").in("en")).isEqualTo("/?lang=en");
    }

    private static Here here(String method, String path, @Nullable String query) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setQueryString(query);
        return Here.of(request, new Addresses(new RequestMappingHandlerMapping()));
    }
}
