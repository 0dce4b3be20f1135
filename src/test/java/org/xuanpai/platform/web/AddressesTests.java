package org.xuanpai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class AddressesTests {

    private final RequestMappingHandlerMapping handlers = new RequestMappingHandlerMapping();
    private final Addresses addresses = new Addresses(handlers);

    @BeforeEach
    void someHandlers() throws NoSuchMethodException {
        map("/progress/{township}/{month}", RequestMethod.GET);
        map("/progress/{township}/{month}/submission", RequestMethod.POST);
        map("/progress/reviews", RequestMethod.GET);
        map("/progress/reviews/approvals", RequestMethod.POST);
        map("/divisions/{id}/rename", RequestMethod.GET);
        map("/divisions/{id}/rename", RequestMethod.POST);
        map("/account/duty", RequestMethod.POST);
    }

    @Test
    void theAddressOfAFormLeadsToItsPage() {
        assertThat(page("/progress/1/2025-10/submission")).isEqualTo("/progress/1/2025-10");
        assertThat(page("/account/duty")).isEqualTo("/");
    }

    @Test
    void aPageThatCanBeOpenedIsItself() {
        assertThat(page("/progress/1/2025-10")).isEqualTo("/progress/1/2025-10");
        assertThat(page("/divisions/1/rename")).isEqualTo("/divisions/1/rename");
        assertThat(page("//divisions/1/rename")).isEqualTo("/divisions/1/rename");
    }

    @Test
    void aWordIsNotTakenForAnId() {
        assertThat(page("/progress/reviews/approvals")).isEqualTo("/progress/reviews");
    }

    private String page(String path) {
        return addresses.page(new MockHttpServletRequest("POST", path));
    }

    private void map(String path, RequestMethod method) throws NoSuchMethodException {
        handlers.registerMapping(
                RequestMappingInfo.paths(path).methods(method).build(),
                this,
                AddressesTests.class.getDeclaredMethod("someHandlers"));
    }
}
