package org.xuanpai.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xuanpai.platform.Section;
import org.xuanpai.shared.Role;

/** Every text is there, in both languages, with the same arguments, and readable. */
class MessagesTests {

    private static final Bundles BUNDLES = Bundles.read();

    private static final Pattern ARGUMENT = Pattern.compile("\\{([A-Za-z0-9]+)");
    private static final Pattern LONELY_QUOTE = Pattern.compile("(?<!')'(?!')");

    /** Names of languages are written in their own. */
    private static final Set<String> NAMES_OF_LANGUAGES = Set.of("common.language.zh", "common.language.en");

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(BUNDLES.english().keySet())
                .containsExactlyElementsOf(BUNDLES.chinese().keySet());
    }

    @Test
    void noTextIsWrittenTwice() {
        assertThat(BUNDLES.twice()).isEmpty();
    }

    @Test
    void noTextIsEmpty() {
        assertThat(both().filter(text -> text.getValue().isBlank()).map(Map.Entry::getKey))
                .isEmpty();
    }

    @Test
    void bothLanguagesTakeTheSameArguments() {
        assertThat(BUNDLES.chinese().entrySet()).allSatisfy(chinese -> {
            String english = String.valueOf(BUNDLES.english().get(chinese.getKey()));
            assertThat(arguments(english)).as(chinese.getKey()).isEqualTo(arguments(chinese.getValue()));
        });
    }

    @Test
    void englishIsWrittenInEnglish() {
        assertThat(without(BUNDLES.english(), NAMES_OF_LANGUAGES))
                .allSatisfy((key, text) -> assertThat(text).as(key).doesNotContainPattern("[\\p{IsHan}，。：；（）？！、《》]"));
    }

    /** The Chinese fonts of the pages draw a typographic apostrophe as wide as a character. */
    @Test
    void englishApostrophesAreStraight() {
        assertThat(BUNDLES.english())
                .allSatisfy((key, text) -> assertThat(text).as(key).doesNotContain("\u2019"));
    }

    @Test
    void englishSentencesBeginWithACapital() {
        assertThat(BUNDLES.english()).allSatisfy((key, text) -> {
            if (text.endsWith(".")) {
                assertThat(text).as(key).doesNotContainPattern("^[a-z]");
            }
        });
    }

    @Test
    void chineseIsWrittenInChinese() {
        assertThat(without(BUNDLES.chinese(), NAMES_OF_LANGUAGES)).allSatisfy((key, text) -> {
            assertThat(text).as("half-width signs in %s", key).doesNotContainPattern("\\p{IsHan}[,;:?!]");
            String words = text.replaceAll("\\{[^}]*}", "");
            if (words.matches(".*[A-Za-z]{2}.*")
                    && !words.equals(BUNDLES.english().get(key))) {
                assertThat(text).as(key).containsPattern("\\p{IsHan}");
            }
        });
    }

    @Test
    void textsWithArgumentsCanBeFormatted() {
        assertThat(both().filter(text -> !isValidation(text.getKey()))).allSatisfy(text -> {
            String written = text.getValue();
            if (arguments(written).isEmpty()) {
                assertThat(written)
                        .as("quotes are not doubled in %s", text.getKey())
                        .doesNotContain("''");
            } else {
                assertThat(new MessageFormat(written).format(new Object[] {1, 2, 3, 4, 5, 6, 7, 8}))
                        .as(text.getKey())
                        .doesNotContain("{");
                assertThat(LONELY_QUOTE.matcher(written).find())
                        .as("quotes are doubled in %s", text.getKey())
                        .isFalse();
            }
        });
    }

    @Test
    void everyTextThatIsAskedForIsThere() {
        assertThat(Uses.read(prefixes()).keys().entrySet().stream()
                        .filter(use -> !BUNDLES.chinese().containsKey(use.getKey()))
                        // the name of an act, handed on to the trail
                        .filter(use -> !BUNDLES.chinese().containsKey("audit.action." + use.getKey())))
                .isEmpty();
    }

    @Test
    void everyTextMadeOfABeginningAndAnEndHasOneOfThatBeginning() {
        assertThat(Uses.read(prefixes()).beginnings().entrySet().stream()
                        .filter(use ->
                                BUNDLES.chinese().keySet().stream().noneMatch(key -> key.startsWith(use.getKey()))))
                .isEmpty();
    }

    @Test
    void everyActInTheTrailHasAName() {
        assertThat(Uses.read(prefixes()).acts())
                .isNotEmpty()
                .allSatisfy(act -> assertThat(BUNDLES.chinese().keySet()).contains("audit.action." + act));
    }

    @Test
    void templatesGiveTheArgumentsThatATextTakes() {
        assertThat(Uses.read(prefixes()).calls())
                .allSatisfy(call -> assertThat(call.arguments())
                        .as("%s in %s", call.key(), call.place())
                        .isEqualTo(arguments(BUNDLES.chinese().getOrDefault(call.key(), ""))
                                .size()));
    }

    @Test
    void noTextIsLeftOver() {
        Uses uses = Uses.read(prefixes());
        List<String> unused = BUNDLES.chinese().keySet().stream()
                .filter(key -> !isValidation(key) && !isLabelOfAForm(key))
                .filter(key -> !uses.mentions(key))
                .filter(key -> uses.beginnings().keySet().stream().noneMatch(key::startsWith))
                .toList();
        assertThat(unused).isEmpty();
    }

    @Test
    void everySectionAndEveryRoleHasAName() {
        List<String> keys = new ArrayList<>();
        Arrays.stream(Section.values()).forEach(section -> keys.add("nav." + section));
        Arrays.stream(Role.values()).forEach(role -> keys.add("role." + role));
        assertThat(BUNDLES.chinese().keySet()).containsAll(keys);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "super(\"account.error.weakPassword\")",
                "Flash.of(\"progress.form.saved\")",
                "Column.text(\"division.name\", Row::name)",
                "errors.rejectValue(\"days\", \"progress.error.days\")",
                "<p th:text=\"#{account.login.title}\">x</p>",
                "<p th:text=\"${#messages.msg('account.login.title')}\">x</p>"
            })
    void aUseIsFound(String source) {
        Uses uses = new Uses(prefixes());
        uses.look("here", source);
        assertThat(uses.keys()).hasSize(1);
    }

    /** What a key begins with: a feature's name, or what the files have beside. */
    private static Set<String> prefixes() {
        return Stream.concat(
                        BUNDLES.chinese().keySet().stream().map(key -> key.replaceFirst("\\..*", "")),
                        Stream.of(
                                "account", "audit", "calendar", "cockpit", "division", "industry", "progress", "trail"))
                .filter(prefix -> !prefix.equals("jakarta"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isValidation(String key) {
        return key.startsWith("jakarta.") || key.startsWith("validation.") || key.startsWith("typeMismatch");
    }

    /** {@code label.<Form>.<field>}, asked for by the error summary. */
    private static boolean isLabelOfAForm(String key) {
        return key.startsWith("label.");
    }

    private static Set<String> arguments(String text) {
        Set<String> arguments = new TreeSet<>();
        Matcher matcher = ARGUMENT.matcher(text);
        while (matcher.find()) {
            arguments.add(matcher.group(1));
        }
        return arguments;
    }

    private static Stream<Map.Entry<String, String>> both() {
        return Stream.concat(BUNDLES.chinese().entrySet().stream(), BUNDLES.english().entrySet().stream());
    }

    private static Map<String, String> without(Map<String, String> texts, Set<String> keys) {
        return texts.entrySet().stream()
                .filter(text -> !keys.contains(text.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
