package org.xuanpai.progress;

/**
 * One field as somebody typed it. Figures are plain numbers without trailing zeros ({@code 2980}, not {@code 2,980.00});
 * nothing is an empty text.
 *
 * @param field an indicator's code or the name of a {@link TextField}
 * @param base what stood there when they began
 * @param value what they typed
 */
public record TypedField(String field, String base, String value) {}
