package org.xuanpai.audit.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.xuanpai.audit.controller.TrailTexts.Detail;
import org.xuanpai.audit.service.TrailEntry;
import org.xuanpai.shared.LocalName;
import org.xuanpai.text.Bundles;

class TrailTextsTests {

    private static final Pattern DETAIL = Pattern.compile("\\.with\\(\\s*\"([A-Za-z0-9]+)\"");

    @Test
    void everyFactThatAnEntryKeepsHasAName() throws IOException {
        Bundles texts = Bundles.read();

        assertThat(facts()).contains("role", "rows").allSatisfy(fact -> {
            assertThat(texts.chinese()).containsKey("audit.detail." + fact);
            assertThat(texts.english()).containsKey("audit.detail." + fact);
        });
    }

    @Test
    void factsAreShownInWords() {
        StaticMessageSource messages = new StaticMessageSource();
        messages.addMessage("audit.detail.role", Locale.ENGLISH, "Role");
        messages.addMessage("role.AUDITOR", Locale.ENGLISH, "Auditor");
        TrailTexts texts = new TrailTexts(messages, (beginning, locale) -> Map.of());

        assertThat(texts.details(entry("DONE", "note=a=b\nrole=AUDITOR\nunit="), Locale.ENGLISH))
                .containsExactly(new Detail("note", "a=b"), new Detail("Role", "Auditor"));
    }

    @Test
    void aRefusalSaysWhyWithItsFigures() {
        StaticMessageSource messages = new StaticMessageSource();
        messages.addMessage("audit.detail.reason", Locale.ENGLISH, "Reason");
        messages.addMessage("account.error.weakPassword", Locale.ENGLISH, "{0} to {1} characters");
        messages.addMessage("audit.reason.wrong_password", Locale.ENGLISH, "Wrong password");
        TrailTexts texts = new TrailTexts(messages, (beginning, locale) -> Map.of());

        assertThat(texts.details(
                        entry("REFUSED", "details=12, 128\nreason=account.error.weakPassword"), Locale.ENGLISH))
                .containsExactly(new Detail("Reason", "12 to 128 characters"));
        assertThat(texts.details(entry("REFUSED", "reason=wrong password"), Locale.ENGLISH))
                .containsExactly(new Detail("Reason", "Wrong password"));
        assertThat(texts.details(entry("REFUSED", "details=\nreason=a.rule.of.yesterday"), Locale.ENGLISH))
                .containsExactly(new Detail("Reason", "a.rule.of.yesterday"));
    }

    @Test
    void aRefusalThatChoosesItsWordsByACountIsShown() {
        StaticMessageSource messages = new StaticMessageSource();
        messages.addMessage("some", Locale.ENGLISH, "{0} has {1,choice,0#no decimals|0<at most {1} decimals}");
        TrailTexts texts = new TrailTexts(messages, (beginning, locale) -> Map.of());

        assertThat(texts.details(entry("REFUSED", "details=Power, 2\nreason=some"), Locale.ENGLISH))
                .extracting(Detail::value)
                .containsExactly("Power has at most 2 decimals");
        assertThat(texts.details(entry("REFUSED", "details=Power, two\nreason=some"), Locale.ENGLISH))
                .extracting(Detail::value)
                .containsExactly("some");
    }

    @Test
    void whatWasRefusedAndConstantsAreShownInWords() {
        StaticMessageSource messages = new StaticMessageSource();
        messages.addMessage("audit.act.DutyService.end", Locale.ENGLISH, "End a duty");
        messages.addMessage("audit.value.subject.TAX", Locale.ENGLISH, "tax");
        TrailTexts texts = new TrailTexts(messages, (beginning, locale) -> Map.of());

        assertThat(texts.subject(about("refused", "DutyService.end"), Locale.ENGLISH))
                .isEqualTo("End a duty");
        assertThat(texts.subject(about("refused", "Gone.act"), Locale.ENGLISH)).isEqualTo("Gone.act");
        assertThat(texts.subject(about("issued", "TAX 2026-04"), Locale.ENGLISH))
                .isEqualTo("tax 2026-04");
        assertThat(texts.subject(about("other", "TAXI"), Locale.ENGLISH)).isEqualTo("TAXI");
        assertThat(texts.subject(about("other", ""), Locale.ENGLISH)).isEmpty();
    }

    @Test
    void aNameThatWasKeptInBothLanguagesIsShownInTheReaders() {
        StaticMessageSource messages = new StaticMessageSource();
        messages.addMessage("some", Locale.ENGLISH, "{0} is not {1}");
        TrailTexts texts = new TrailTexts(messages, (beginning, locale) -> Map.of());
        String kept = new LocalName("工业投资", "Industrial investment") + ", 1 / 2";

        assertThat(texts.details(entry("REFUSED", "details=" + kept + "\nreason=some"), Locale.ENGLISH))
                .extracting(Detail::value)
                .containsExactly("Industrial investment is not 1 / 2");
    }

    private static TrailEntry about(String action, String subject) {
        return new TrailEntry(1, Instant.EPOCH, null, "", "", "", action, "REFUSED", subject, "", "");
    }

    @Test
    void actsAreFoundByTheirNames() {
        TrailTexts texts = new TrailTexts(
                new StaticMessageSource(),
                (beginning, locale) -> beginning.equals("audit.act.")
                        ? Map.of("DutyService.end", "End a duty")
                        : Map.of("duty.ended", "Duty ended", "refused", "Refused"));

        assertThat(texts.actionsNamed("DUTY", Locale.ENGLISH)).containsExactly("duty.ended", "DutyService.end");
        assertThat(texts.actionsNamed(" ", Locale.ENGLISH)).isEqualTo(List.of());
    }

    private static TrailEntry entry(String outcome, String details) {
        return new TrailEntry(1, Instant.EPOCH, null, "", "", "", "refused", outcome, "", "", details);
    }

    /** The names of facts in every source that deals with the trail. */
    private static Set<String> facts() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            return sources.filter(source -> source.toString().endsWith(".java"))
                    .map(TrailTextsTests::read)
                    .filter(text -> text.contains("TrailEvent"))
                    .flatMap(text -> DETAIL.matcher(text).results().map(found -> found.group(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
