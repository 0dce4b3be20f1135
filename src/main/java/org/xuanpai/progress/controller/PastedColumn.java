package org.xuanpai.progress.controller;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xuanpai.industry.IndicatorView;

/**
 * A column copied from a spreadsheet. Thousands may be separated, digits full-width, a minus written as brackets, and a unit may
 * stand behind the number: the indicator's own, or another unit of money, which is converted.
 */
final class PastedColumn {

    private static final int MOST_ROWS = 200;

    private static final Map<String, Integer> MONEY = Map.of("元", 0, "千元", 3, "万元", 4, "百万元", 6, "亿元", 8);

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+|\\d{1,3}([, ]\\d{3})+)(\\.\\d+)?");
    private static final Pattern WITH_UNIT = Pattern.compile("(?<number>" + NUMBER + ")\\s*(?<unit>\\D*)");
    private static final Pattern BRACKETS = Pattern.compile("\\((.*)\\)");
    private static final List<String> NOTHING = List.of("", "-", "--", "—", "——", "/", "\\");

    private PastedColumn() {}

    /** One cell for each row, from the top: of several in a row the first one that is a number. */
    static List<String> cells(String text) {
        return text.replaceFirst("\\R$", "")
                .lines()
                .limit(MOST_ROWS)
                .map(PastedColumn::cell)
                .toList();
    }

    private static String cell(String row) {
        List<String> cells = Arrays.stream(row.split("\t")).map(String::strip).toList();
        return cells.stream()
                .filter(cell -> WITH_UNIT.matcher(plain(cell)).matches())
                .findFirst()
                .orElse(cells.isEmpty() ? "" : cells.get(0));
    }

    /** The figure as the form takes it; empty for a cell that says nothing, the cell itself when it is no figure. */
    static String figure(String cell, IndicatorView indicator) {
        String text = plain(cell);
        if (NOTHING.contains(text)) {
            return "";
        }
        Matcher number = WITH_UNIT.matcher(text);
        if (!number.matches()) {
            return cell;
        }
        BigDecimal value = new BigDecimal(number.group("number").replaceAll("[, ]", ""));
        String unit = number.group("unit").strip();
        Integer power = MONEY.get(unit);
        Integer own = MONEY.get(indicator.unit());
        if (power != null && own != null) {
            BigDecimal converted = value.scaleByPowerOfTen(power - own).stripTrailingZeros();
            return typed(converted, indicator);
        }
        return unit.isEmpty() || unit.equals(indicator.unit()) ? typed(value, indicator) : cell;
    }

    /** With the indicator's decimals; a figure that has more of them keeps them, so that its field can say so. */
    private static String typed(BigDecimal value, IndicatorView indicator) {
        return value.stripTrailingZeros().scale() > indicator.decimals()
                ? value.toPlainString()
                : FigureText.of(indicator, value);
    }

    private static String plain(String cell) {
        String text = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip().replace('\u2212', '-');
        return BRACKETS.matcher(text).replaceFirst("-$1").replaceFirst("^[\u00A5￥]\\s*", "");
    }
}
