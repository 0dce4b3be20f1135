package org.xuanpai.shared;

import java.util.regex.Pattern;

/**
 * A statistical division code: 2 digits for a province, 4 for a city, 6 for a county, 9 for a township, 12 for a village
 * (domain-rules §10). Rows are never found by a code's prefix: codes change, ids do not.
 *
 * @param value digits only
 */
public record DivisionCode(String value) {

    /** First and last province of the country (GB/T 2260). */
    private static final String FIRST_PROVINCE = "11";

    private static final String LAST_PROVINCE = "82";

    private static final Pattern SHAPE = Pattern.compile("\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}");

    public DivisionCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a division code: " + value);
        }
    }

    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** Whether it belongs to no province of the country, as the codes of a demo do: no published list has it. */
    public boolean isInvented() {
        String province = value.substring(0, 2);
        return province.compareTo(FIRST_PROVINCE) < 0 || province.compareTo(LAST_PROVINCE) > 0;
    }

    @Override
    public String toString() {
        return value;
    }
}
