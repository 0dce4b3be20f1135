package org.xuanpai.shared;

import java.util.regex.Pattern;

/**
 * A statistical division code: 2 digits for a province, 4 for a city, 6 for a county, 9 for a township, 12 for a village
 * (domain-rules §10). Rows are never found by a code's prefix: codes change, ids do not.
 *
 * @param value digits only
 */
public record DivisionCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}");

    public DivisionCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a division code: " + value);
        }
    }

    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
