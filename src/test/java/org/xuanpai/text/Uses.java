package org.xuanpai.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the program and its templates ask for texts. */
final class Uses {

    private static final Path MAIN = Path.of("src", "main");

    /** A name in quotes, the template's being single. */
    private static final Pattern QUOTED = quoted("'");

    private static final Pattern DOUBLE_QUOTED = quoted("\"");

    private static final Pattern HASH = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)([(}])");

    /** Names of acts in the trail look like keys and are none, and so do names of settings. */
    private static final Pattern NO_TEXTS = Pattern.compile(
            "((?:TrailEvent\\s*\\.of|new TrailEvent)\\(|containsProperty\\(|getProperty\\(|@ConfigurationProperties\\()\\s*\"[a-z]+\\.[A-Za-z.-]+\"");

    private static final Pattern ACT = Pattern.compile("(?:TrailEvent\\s*\\.of|new TrailEvent)\\(\\s*\"([^\"]+)\"");

    private static final Pattern WORD = Pattern.compile("[\\w.-]*\\w");

    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");

    private static final Pattern FLASH = Pattern.compile("Flash\\s*\\.of\\(");

    private final Set<String> prefixes;
    private final Map<String, String> keys = new TreeMap<>();
    private final Map<String, String> beginnings = new TreeMap<>();
    private final List<Call> calls = new ArrayList<>();
    private final Set<String> acts = new TreeSet<>();
    private final Set<String> words = new HashSet<>();

    Uses(Set<String> prefixes) {
        this.prefixes = prefixes;
    }

    private static Pattern quoted(String quote) {
        return Pattern.compile(quote + "\\{?([a-z][A-Za-z0-9]*(?:\\.[A-Za-z0-9_-]+)*\\.?)}?" + quote);
    }

    static Uses read(Set<String> prefixes) {
        Uses uses = new Uses(prefixes);
        Bundles.files(MAIN.resolve("java"), ".java").stream()
                // which modules a module may use is no text
                .filter(file -> !file.endsWith("package-info.java"))
                .forEach(file -> uses.look(file.toString(), Bundles.text(file)));
        Bundles.files(MAIN.resolve("resources/templates"), ".html")
                .forEach(file -> uses.look(file.toString(), Bundles.text(file)));
        return uses;
    }

    void look(String place, String source) {
        WORD.matcher(source).results().forEach(word -> words.add(word.group()));
        ACT.matcher(source).results().forEach(act -> acts.add(act.group(1)));
        boolean template = place.endsWith(".html") || source.startsWith("<");
        String asking = template
                ? COMMENT.matcher(source).replaceAll("")
                : NO_TEXTS.matcher(FLASH.matcher(source).replaceAll("flash(")).replaceAll("");
        Matcher quoted = (template ? QUOTED : DOUBLE_QUOTED).matcher(asking);
        while (quoted.find()) {
            String name = quoted.group(1);
            if (!name.contains(".") || !prefixes.contains(name.substring(0, name.indexOf('.')))) {
                continue;
            }
            (name.endsWith(".") ? beginnings : keys).put(name, place);
        }
        if (template) {
            lookForHashes(place, asking);
        }
    }

    private void lookForHashes(String place, String template) {
        Matcher hash = HASH.matcher(template);
        while (hash.find()) {
            keys.put(hash.group(1), place);
            int given = hash.group(2).equals("}") ? 0 : argumentsFrom(template, hash.end());
            calls.add(new Call(hash.group(1), given, place));
        }
    }

    /** Counts the arguments up to the bracket that closes them. */
    private static int argumentsFrom(String text, int start) {
        int depth = 0;
        int arguments = 1;
        boolean quoted = false;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted = quoted ^ c == '\'';
            if (quoted) {
                continue;
            }
            if ("({[".indexOf(c) >= 0) {
                depth++;
            } else if (")}]".indexOf(c) >= 0) {
                if (depth == 0) {
                    return arguments;
                }
                depth--;
            } else if (c == ',' && depth == 0) {
                arguments++;
            }
        }
        return arguments;
    }

    /** The keys and one place where each is asked for. */
    Map<String, String> keys() {
        return keys;
    }

    /** What is completed to a key when the program runs, such as {@code nav.}. */
    Map<String, String> beginnings() {
        return beginnings;
    }

    /** What services write into the trail. */
    Set<String> acts() {
        return acts;
    }

    List<Call> calls() {
        return calls;
    }

    boolean mentions(String key) {
        return words.contains(key);
    }

    /** A text asked for by a template with a number of arguments. */
    record Call(String key, int arguments, String place) {}
}
