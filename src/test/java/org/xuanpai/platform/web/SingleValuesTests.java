package org.xuanpai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.mock.web.MockMultipartHttpServletRequest;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

class SingleValuesTests {

    private final SingleValues single = new SingleValues();

    @ParameterizedTest
    @ValueSource(strings = {"text", "title", "figures[a]", "rows[0].title", "notAField", "_csrf", "rows[0].none.title"})
    void whatIsTakenOnceComesOnce(String name) throws Exception {
        assertThat(accepts(name, "a")).isTrue();
        assertThatThrownBy(() -> accepts(name, "a", "b"))
                .isInstanceOfSatisfying(
                        RepeatedParameter.class,
                        repeated -> assertThat(repeated.arguments()).containsExactly(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ids", "named", "kinds", "codes", "rows[0].kinds", "lists[a]", "only.labels"})
    void listsTakeMany(String name) throws Exception {
        assertThat(accepts(name, "a", "b")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kinds[abc]",
                "kinds[-1]",
                "kinds[]",
                "kinds[ 1]",
                "kinds[٣]",
                "kinds['0']",
                "kinds[99999999999999]",
                "kinds[[0]]",
                "kinds[0]x[abc]",
                "kinds[0",
                "codes[x]",
                "papers[x]",
                "rows[x].title",
                "rows[0].kinds[x]",
                "lists[a][x]",
                "only.labels[x]",
                "]["
            })
    void anIndexIsAPlaceInAList(String name) {
        assertThatThrownBy(() -> accepts(name, "a")).isInstanceOf(InvalidPropertyException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kinds[0]", "kinds[499]", "codes[1]", "rows[3].kinds[2]", "lists[a][0]", "figures[abc]"})
    void aPlaceInAListAndAKeyOfAMapAreFine(String name) throws Exception {
        assertThat(accepts(name, "a")).isTrue();
    }

    @Test
    void aFileGoesWhereAFileIsExpected() throws Exception {
        assertThat(accepts(file("file"))).isTrue();
        assertThat(accepts(file("papers"), file("papers"))).isTrue();
        assertThatThrownBy(() -> accepts(file("title"))).isInstanceOf(ServletRequestBindingException.class);
        assertThatThrownBy(() -> accepts(file("kinds"))).isInstanceOf(ServletRequestBindingException.class);
        assertThatThrownBy(() -> accepts(file("file"), file("file"))).isInstanceOf(RepeatedParameter.class);
    }

    private boolean accepts(String name, String... values) throws ServletRequestBindingException {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setParameter(name, values);
        return single.preHandle(request, new MockHttpServletResponse(), handler());
    }

    private boolean accepts(MockMultipartFile... files) throws ServletRequestBindingException {
        MockMultipartHttpServletRequest request = new MockMultipartHttpServletRequest();
        for (MockMultipartFile file : files) {
            request.addFile(file);
        }
        return single.preHandle(request, new MockHttpServletResponse(), handler());
    }

    private static MockMultipartFile file(String name) {
        return new MockMultipartFile(name, new byte[] {1});
    }

    private static HandlerMethod handler() {
        return new HandlerMethod(
                new Page(),
                java.util.Objects.requireNonNull(ReflectionUtils.findMethod(Page.class, "take", (Class<?>[]) null)));
    }

    /** A page with everything a page can take. */
    static class Page {

        void take(
                @RequestParam String text,
                @RequestParam List<String> ids,
                @RequestParam("named") String[] others,
                @ModelAttribute Form form) {}
    }

    /** A form with lists in it. */
    static class Form {

        public String getTitle() {
            return "";
        }

        public @Nullable MultipartFile getFile() {
            return null;
        }

        public List<MultipartFile> getPapers() {
            return List.of();
        }

        public List<String> getKinds() {
            return List.of();
        }

        public void setCodes(String[] codes) {}

        public Map<String, String> getFigures() {
            return Map.of();
        }

        public Map<String, List<String>> getLists() {
            return Map.of();
        }

        public List<Form> getRows() {
            return List.of();
        }

        public Only getOnly() {
            return new Only(List.of());
        }
    }

    /** A record inside a form. */
    record Only(List<String> labels) {}
}
