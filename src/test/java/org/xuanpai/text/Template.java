package org.xuanpai.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.dom.DOMMarkupParser;
import org.attoparser.dom.Document;
import org.attoparser.dom.Element;
import org.attoparser.dom.INestableNode;
import org.attoparser.dom.INode;
import org.attoparser.dom.Text;

/** A template as it is written, and what is wrong with it by the rules of the house. */
final class Template {

    /** What fills an element from outside, so that its written text is only for whoever reads the file. */
    private static final Set<String> FILLED_BY = Set.of("th:text", "th:replace", "th:insert", "th:value");

    /** Attributes that people read or hear. */
    private static final Set<String> SPOKEN = Set.of("title", "alt", "placeholder", "aria-label", "label");

    private static final Set<String> LINKS = Set.of("href", "src", "action", "formaction");

    private static final Pattern WORD = Pattern.compile("[\\p{IsAlphabetic}\\p{IsHan}，。：；（）？！、]");

    private static final Pattern EXPRESSION = Pattern.compile("[$#@~*]\\{(?:[^{}]|\\{[^{}]*})*}");

    private static final Pattern PIPED = Pattern.compile("\\|([^|]*)\\|");

    private final Document document;
    private final List<String> faults = new ArrayList<>();

    private Template(Document document) {
        this.document = document;
    }

    static List<String> faults(String markup) {
        try {
            ParseConfiguration asWritten = ParseConfiguration.htmlConfiguration();
            asWritten.setElementBalancing(ParseConfiguration.ElementBalancing.AUTO_CLOSE);
            Template template = new Template(new DOMMarkupParser(asWritten).parse(markup));
            template.document.getChildren().forEach(node -> template.look(node, false));
            return template.faults;
        } catch (ParseException unreadable) {
            return List.of(String.valueOf(unreadable.getMessage()));
        }
    }

    private void look(INode node, boolean filled) {
        if (node instanceof Text text && !filled) {
            lookAt(text);
        }
        if (node instanceof Element element && element.getElementName().equals("kbd")) {
            return; // what is printed on the key
        }
        if (node instanceof Element element) {
            attributes(element).forEach(attribute -> lookAt(element, attribute.getKey(), attribute.getValue()));
            lookAt(element);
        }
        if (node instanceof INestableNode parent) {
            boolean inside = filled || (node instanceof Element element && isFilled(element));
            parent.getChildren().forEach(child -> look(child, inside));
        }
    }

    /** A page hands its own parts to the layout: {@code ~{::main}} is shown, whatever stands around it. */
    private static boolean isFilled(Element element) {
        return !element.getElementName().equals("html")
                && attributes(element).anyMatch(attribute -> FILLED_BY.contains(attribute.getKey()));
    }

    private void lookAt(Text text) {
        if (text.getContent().contains("[[") || text.getContent().contains("[(")) {
            fault(text, "an inlined expression: use th:text");
        } else if (WORD.matcher(text.getContent()).find()) {
            fault(text, "a text that is no message: " + text.getContent().strip());
        }
    }

    private void lookAt(Element element, String name, String value) {
        if (name.equals("th:utext")) {
            fault(element, "th:utext writes markup from data");
        }
        if (name.matches("(th:)?on[a-z]+") || name.matches("(th:)?style(append)?") || name.equals("th:inline")) {
            fault(element, name + " is inline script or style");
        }
        if (value.matches(".*__[$*#@~]\\{.*")) {
            fault(element, "pre-processing runs data as an expression");
        }
        if (LINKS.contains(name) && !value.startsWith("#") && !has(element, "th:" + name)) {
            fault(element, name + " without th: knows no context path and no version: " + value);
        }
        if (LINKS.contains(name.replaceFirst("^th:", "")) && value.matches("(?i).*(https?:|javascript:|['\"{]//).*")) {
            fault(element, "an address of another host: " + value);
        }
        if (SPOKEN.contains(name) && WORD.matcher(value).find()) {
            fault(element, name + " is read by people and is no message: " + value);
        }
        if (name.startsWith("th:") && !element.getElementName().equals("html") && holdsWords(name, value)) {
            fault(element, "words in " + name + ": " + value);
        }
    }

    /** Words that are shown: of another script anywhere, of any script between bars. */
    private static boolean holdsWords(String name, String value) {
        if (value.matches(".*[\\p{IsHan}，。：；（）？！、].*")) {
            return true;
        }
        return name.equals("th:text")
                && PIPED.matcher(EXPRESSION.matcher(value).replaceAll(""))
                        .results()
                        .anyMatch(piped -> WORD.matcher(piped.group(1)).find());
    }

    private void lookAt(Element element) {
        switch (element.getElementName().toLowerCase(Locale.ROOT)) {
            case "style" -> fault(element, "a style sheet inside the page");
            case "script" -> {
                if (!has(element, "th:src") || element.getChildren().stream().anyMatch(Template::saysSomething)) {
                    fault(element, "a script inside the page");
                } else if (!value(element, "type").orElse("").equals("module")) {
                    fault(element, "a script without type=\"module\" shares its names with all others");
                }
            }
            case "form" -> lookAtForm(element);
            case "table" -> demand(element, "table");
            case "thead", "tbody", "tfoot" -> demand(element, "rowgroup");
            case "tr" -> demand(element, "row");
            case "th" -> demand(element, "columnheader", "rowheader");
            case "td" -> demand(element, "cell");
            default -> {
                // nothing is asked of it
            }
        }
    }

    private static boolean saysSomething(INode node) {
        return !(node instanceof Text text && text.getContent().isBlank());
    }

    /** What changes something is posted through {@code th:action}, which adds the token; a filter asks by GET. */
    private void lookAtForm(Element form) {
        String method = value(form, "method").orElse("");
        boolean replaced = has(form, "th:replace");
        if (!replaced && !Set.of("post", "get").contains(method)) {
            fault(form, "a form without method=\"post\", or \"get\" for a filter");
        }
        if (method.equals("post") && !has(form, "th:action")) {
            fault(form, "a form without th:action carries no token");
        }
    }

    /** As cards on a phone a table keeps its meaning by its roles. */
    private void demand(Element element, String... roles) {
        boolean given = Stream.of(roles)
                .anyMatch(role -> value(element, "role").orElse("").equals(role));
        if (!given && !has(element, "th:replace")) {
            fault(element, element.getElementName() + " without role=\"" + String.join("\" or \"", roles) + "\"");
        }
    }

    private static Stream<Map.Entry<String, String>> attributes(Element element) {
        Map<String, String> attributes = element.getAttributeMap();
        return attributes == null
                ? Stream.empty()
                : attributes.entrySet().stream()
                        .map(attribute -> Map.entry(
                                attribute.getKey().toLowerCase(Locale.ROOT),
                                Objects.requireNonNullElse(attribute.getValue(), "")));
    }

    private static boolean has(Element element, String name) {
        return value(element, name).isPresent();
    }

    private static Optional<String> value(Element element, String name) {
        return attributes(element)
                .filter(attribute -> attribute.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private void fault(INode where, String what) {
        // the parser's tree has line and column the other way round
        faults.add("line " + where.getCol() + ": " + what);
    }
}
