package org.xuanpai.progress.controller;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xuanpai.industry.IndicatorView;

/**
 * A cell copied from a spreadsheet. Thousands may be separated, digits full-width, a minus written as brackets, and a unit may
 * stand behind the number: the indicator's own, or another unit of money, which is converted.
 */
final class PastedCell {

    /** Longer cells are remarks: neither figures nor names, and not looked at any closer. */
    private static final int LONGEST = 100;

    /** Units of money and their power of ten. */
    private static final Map<String, Integer> MONEY = Map.of(
            "元",
            0,
            "千元",
            3,
            "万元",
            4,
            "百万元",
            6,
            "亿元",
            8,
            "yuan",
            0,
            "thousand yuan",
            3,
            "10k yuan",
            4,
            "million yuan",
            6,
            "100m yuan",
            8);

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+|\\d{1,3}([, ]\\d{3})+)(\\.\\d+)?");
    private static final Pattern WITH_UNIT = Pattern.compile("(?<number>" + NUMBER + ")\\s*(?<unit>\\D*)");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\([^()]*\\)");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern ITEM_NUMBER = Pattern.compile("^(\\d+|[一二三四五六七八九十]+)[.、]");
    private static final Pattern PART_OF = Pattern.compile("^(其中|ofit|ofwhich|#)");
    private static final Pattern UNIT_ENDS = Pattern.compile("[(),、;]");
    private static final Pattern UNIT_FOLLOWS = Pattern.compile("^.*(单位|unit):");
    private static final List<String> NOTHING = List.of("", "-", "--", "—", "——", "/", "\\");
    private static final List<String> CURRENCY = List.of("\u00A5", "￥");

    private final String text;
    private final String plain;
    private final String number;
    private final String unit;

    PastedCell(String text) {
        this.text = text.strip();
        this.plain = isLong() ? "" : signed(halfWidth(this.text));
        Matcher figure = WITH_UNIT.matcher(plain);
        boolean isNumber = figure.matches();
        this.number = isNumber ? figure.group("number").replaceAll("[, ]", "") : "";
        this.unit = isNumber ? figure.group("unit").strip() : "";
    }

    /** As it was copied. */
    String text() {
        return text;
    }

    boolean isLong() {
        return text.length() > LONGEST;
    }

    /** Whether it is empty or a dash. */
    boolean isBlank() {
        return !isLong() && NOTHING.contains(plain);
    }

    /** Whether it is a number, by itself or with one of these units or a unit of money. */
    boolean isFigure(List<String> units) {
        return !number.isEmpty() && (unit.isEmpty() || MONEY.containsKey(unit) || units.contains(unit));
    }

    /** Whether it is nothing but a unit of money. */
    boolean isUnit() {
        return MONEY.containsKey(plain) || name().isEmpty() && namedUnit().isPresent();
    }

    /** The unit of money it is, or names in brackets or behind the word for unit. */
    Optional<String> namedUnit() {
        String words = isLong() ? "" : halfWidth(text).toLowerCase(Locale.ROOT);
        return Arrays.stream(UNIT_ENDS.split(words))
                .map(part -> UNIT_FOLLOWS.matcher(part).replaceFirst("").strip())
                .filter(MONEY::containsKey)
                .findFirst();
    }

    /** As a name: without spaces, what stands in brackets, the number of an item, and the words that say it is a part. */
    String name() {
        return isLong() ? "" : name(text);
    }

    /** A name as {@link #name()} compares it. */
    static String name(String text) {
        String words = IN_BRACKETS.matcher(halfWidth(text)).replaceAll("").toLowerCase(Locale.ROOT);
        String bare = SPACE.matcher(words).replaceAll("");
        String closed = bare.endsWith(":") ? bare.substring(0, bare.length() - 1) : bare;
        String last = closed.substring(closed.lastIndexOf(':') + 1);
        return PART_OF.matcher(ITEM_NUMBER.matcher(last).replaceFirst("")).replaceFirst("");
    }

    /**
     * The figure as the form takes it; the cell itself when it is none of this indicator.
     *
     * @param beside the unit of money that is named beside it; empty for none
     */
    String figure(IndicatorView indicator, String beside) {
        if (number.isEmpty()) {
            return text;
        }
        BigDecimal value = new BigDecimal(number);
        Integer power = MONEY.get(unit.isEmpty() ? beside : unit);
        Integer own = MONEY.get(indicator.unit());
        if (power != null && own != null) {
            return indicator.written(value.scaleByPowerOfTen(power - own));
        }
        return unit.isEmpty() || unit.equals(indicator.unit()) ? indicator.written(value) : text;
    }

    private static String halfWidth(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replace('\u2212', '-');
    }

    /** Brackets around the whole are a minus; a sign of money says nothing about the unit. */
    private static String signed(String text) {
        return text.startsWith("(") && text.endsWith(")")
                ? "-" + bare(text.substring(1, text.length() - 1).strip())
                : bare(text);
    }

    private static String bare(String text) {
        return CURRENCY.stream().anyMatch(text::startsWith) ? text.substring(1).strip() : text;
    }
}
