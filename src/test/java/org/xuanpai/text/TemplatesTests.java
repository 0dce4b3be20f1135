package org.xuanpai.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.webjars.WebJarVersionLocator;

/** Templates hold no text, no script and no style, and what they call is there. */
class TemplatesTests {

    private static final Path FOLDER = Path.of("src", "main", "resources", "templates");
    private static final List<Path> TEMPLATES = Bundles.files(FOLDER, ".html");

    private static final Pattern ICON = Pattern.compile("icon\\('([a-z0-9-]+)'\\)");
    private static final Pattern FRAGMENT = Pattern.compile("~\\{([a-z/-]*)\\s*::\\s*([a-zA-Z]+)");

    @Test
    void templatesKeepTheRules() {
        List<String> faults = new ArrayList<>();
        TEMPLATES.forEach(file -> Template.faults(Bundles.text(file))
                .forEach(fault -> faults.add(FOLDER.relativize(file) + " " + fault)));
        assertThat(faults).isEmpty();
    }

    @Test
    void iconsAreThere() {
        TreeSet<String> missing = new TreeSet<>();
        String folder = "META-INF/resources/webjars/tabler__icons/%s/icons/outline/"
                .formatted(new WebJarVersionLocator().version("tabler__icons"));
        find(ICON, (file, icon) -> {
            if (getClass().getClassLoader().getResource(folder + icon.group(1) + ".svg") == null) {
                missing.add(icon.group(1) + " in " + file);
            }
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void fragmentsAreThere() {
        TreeSet<String> missing = new TreeSet<>();
        find(FRAGMENT, (file, call) -> {
            Path target = call.group(1).isEmpty() ? file : FOLDER.resolve(call.group(1) + ".html");
            String name = call.group(2);
            boolean there = Files.exists(target)
                    && Pattern.compile("th:fragment=\"" + name + "[\"(]|<" + name + "[\\s>]")
                            .matcher(Bundles.text(target))
                            .find();
            if (!there) {
                missing.add(call.group() + " in " + file);
            }
        });
        assertThat(missing).isEmpty();
    }

    private static Stream<Arguments> faulty() {
        return """
            <p>text</p>                                                 # a text that is no message
            <p>说明</p>                                                  # a text that is no message
            <p><b th:text="${x}">x</b> text</p>                         # a text that is no message
            <p>[[${x}]]</p>                                             # an inlined expression
            <p th:utext="${x}">x</p>                                    # th:utext
            <p th:text="${__${x}__}">x</p>                              # pre-processing
            <p th:text="'文字'">x</p>                                    # words in th:text
            <p th:text="|${x} left|">x</p>                              # words in th:text
            <p style="color:red"></p>                                   # inline script or style
            <p th:style="${x}"></p>                                     # inline script or style
            <button onclick="x()"></button>                             # inline script or style
            <button th:onclick="|x()|"></button>                        # inline script or style
            <style>p {}</style>                                         # a style sheet inside the page
            <script>x()</script>                                        # a script inside the page
            <script defer th:src="@{/js/x.js}"></script>                # shares its names
            <a href="/login"></a>                                       # without th:
            <a th:href="@{https://example.org/}"></a>                   # another host
            <img alt="seal">                                            # is read by people
            <input placeholder="name">                                  # is read by people
            <form th:action="@{/x}"></form>                             # without method
            <form method="post" action="x"></form>                      # carries no token
            <table></table>                                             # without role="table"
            <table role="table"><tr></tr></table>                       # without role="row"
            <table role="table"><tr role="row"><td></td></tr></table>   # without role="cell"
            """.lines().map(line -> arguments((Object[]) line.split(" +# ", 2)));
    }

    /** Each rule finds its counter-example. */
    @ParameterizedTest
    @MethodSource("faulty")
    void aFaultIsFound(String markup, String fault) {
        assertThat(Template.faults(markup)).anyMatch(found -> found.contains(fault));
    }

    private static Stream<String> faultless() {
        return """
            <p th:text="|${page.number} / ${page.pages}|">1 / 2</p>
            <p th:text="${a == null ? b : c}">placeholder</p>
            <p th:text="${#messages.msg('nav.' + x)}">placeholder</p>
            <div th:replace="~{x :: y}"><p>placeholder</p></div>
            <form method="post" th:action="@{/x}"></form>
            <form method="get" th:action="@{/x}"></form>
            <script type="module" th:src="@{/js/x.js}"></script>
            <a href="#main" th:text="#{common.skip}">skip</a>
            <img alt="" th:src="@{/images/seal.svg}">
            """.lines();
    }

    @ParameterizedTest
    @MethodSource("faultless")
    void whatIsRightPasses(String markup) {
        assertThat(Template.faults(markup)).isEmpty();
    }

    private static void find(Pattern pattern, java.util.function.BiConsumer<Path, Matcher> found) {
        for (Path file : TEMPLATES) {
            Matcher matcher = pattern.matcher(Bundles.text(file).replaceAll("(?s)<!--.*?-->", ""));
            while (matcher.find()) {
                found.accept(file, matcher);
            }
        }
    }
}
