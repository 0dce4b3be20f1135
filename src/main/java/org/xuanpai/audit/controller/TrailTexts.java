package org.xuanpai.audit.controller;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xuanpai.audit.service.TrailEntry;
import org.xuanpai.platform.Texts;
import org.xuanpai.shared.LocalName;

/** Acts and their details in the reader's language. */
@Component
class TrailTexts {

    private static final Pattern COUNT = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z_]+");
    private static final String ACTION = "audit.action.";
    private static final String ACT = "audit.act.";
    private static final String REFUSED = "refused";

    private final MessageSource messages;
    private final Texts texts;

    TrailTexts(MessageSource messages, Texts texts) {
        this.messages = messages;
        this.texts = texts;
    }

    /** Acts whose name has the text in it, those that were done and those that were refused. */
    List<String> actionsNamed(String text, Locale locale) {
        if (text.isBlank()) {
            return List.of();
        }
        String wanted = text.strip().toLowerCase(locale);
        return Stream.of(ACTION, ACT)
                .flatMap(beginning -> texts.under(beginning, locale).entrySet().stream())
                .filter(act -> act.getValue().toLowerCase(locale).contains(wanted))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What an entry is about: of a refusal the act; a constant in front of anything else is shown in words. */
    String subject(TrailEntry entry, Locale locale) {
        String subject = entry.subject();
        if (entry.action().equals(REFUSED)) {
            return text(ACT + subject, subject, locale);
        }
        int end = subject.indexOf(' ') < 0 ? subject.length() : subject.indexOf(' ');
        String first = subject.substring(0, end);
        return CONSTANT.matcher(first).matches()
                ? text("audit.value.subject." + first, first, locale) + subject.substring(end)
                : subject;
    }

    /** The facts of an entry; of a refusal, why. */
    List<Detail> details(TrailEntry entry, Locale locale) {
        Map<String, String> facts = facts(entry.details());
        List<Detail> details = new ArrayList<>();
        facts.forEach((name, value) -> {
            if (!value.isEmpty() && !(entry.isRefused() && name.equals("details"))) {
                details.add(new Detail(label(name, locale), value(name, value, facts, locale)));
            }
        });
        return details;
    }

    private static Map<String, String> facts(String lines) {
        Map<String, String> facts = new TreeMap<>();
        lines.lines().forEach(line -> {
            int end = line.indexOf('=');
            facts.put(end < 0 ? "" : line.substring(0, end), line.substring(end + 1));
        });
        return facts;
    }

    private String label(String name, Locale locale) {
        return text("audit.detail." + name, name, locale);
    }

    private String value(String name, String value, Map<String, String> facts, Locale locale) {
        return switch (name) {
            case "role" -> text("role." + value, value, locale);
            case "reason" -> reason(value, facts.getOrDefault("details", ""), locale);
            case "from" -> instant(value, locale);
            // words that a feature keeps as constants; any other value is shown as it was kept
            default -> text("audit.value." + name + "." + value.replace(' ', '_'), value, locale);
        };
    }

    /** A refusal keeps the key of its message and the arguments; a refused log-in keeps a word. */
    private String reason(String key, String arguments, Locale locale) {
        String signIn = text("audit.reason." + key.replace(' ', '_'), "", locale);
        return signIn.isEmpty() ? sentence(key, arguments, locale) : signIn;
    }

    /** The message as it was; one that took other arguments then, or that chooses by something else now, stays a key. */
    private String sentence(String key, String arguments, Locale locale) {
        Object[] kept = Arrays.stream(arguments.split(", "))
                .map(text -> argument(text, locale))
                .toArray();
        try {
            return text(key, key, locale, kept);
        } catch (IllegalArgumentException changed) {
            return key;
        }
    }

    /** Messages choose words by counts, so what was one becomes one again; a name in both languages is shown in one. */
    private static Object argument(String kept, Locale locale) {
        return COUNT.matcher(kept).matches()
                ? Integer.valueOf(kept)
                : LocalName.kept(kept).map(name -> name.in(locale)).orElse(kept);
    }

    private String instant(String value, Locale locale) {
        try {
            return text("audit.instant", value, locale, Instant.parse(value));
        } catch (DateTimeParseException other) {
            return value;
        }
    }

    private String text(String key, String instead, Locale locale, Object... arguments) {
        String found = messages.getMessage(key, arguments, instead, locale);
        return found == null ? instead : found;
    }

    /**
     * A fact as shown.
     *
     * @param label what it is
     * @param value the fact
     */
    record Detail(String label, String value) {}
}
