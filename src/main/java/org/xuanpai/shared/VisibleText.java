package org.xuanpai.shared;

/**
 * Text without what shows nothing and means nothing. Zero-width characters, fillers and marks of byte order come along from
 * web pages and word processors; a text of nothing else would pass for a reason, a note or a name (controls D1).
 */
public final class VisibleText {

    private VisibleText() {}

    /**
     * The same text as a reader sees it: no character without a glyph, every no-break space an ordinary one. What chooses the
     * form of the character before it stays, because rare names are written with it; so does what turns the direction of
     * reading, which {@link PlainText} refuses.
     */
    public static String of(String typed) {
        StringBuilder visible = new StringBuilder(typed.length());
        typed.codePoints().forEach(c -> {
            if (isNoBreakSpace(c)) {
                visible.append(' ');
            } else if (isFormOfCharacter(c) ? endsInGlyph(visible) : !isWithoutGlyph(c)) {
                visible.appendCodePoint(c);
            }
        });
        return visible.toString();
    }

    private static boolean endsInGlyph(StringBuilder visible) {
        return !visible.isEmpty() && !Character.isWhitespace(visible.codePointBefore(visible.length()));
    }

    private static boolean isNoBreakSpace(int c) {
        return c == 0x00A0 || c == 0x2007 || c == 0x202F;
    }

    /** A variation selector. */
    private static boolean isFormOfCharacter(int c) {
        return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    }

    private static boolean isWithoutGlyph(int c) {
        return Character.getType(c) == Character.FORMAT && !turnsDirection(c) && !isPrinted(c)
                || c == 0x034F // combining grapheme joiner
                || c == 0x115F // fillers of Hangul
                || c == 0x1160
                || c == 0x3164
                || c == 0xFFA0
                || c == 0x17B4 // inherent vowels of Khmer
                || c == 0x17B5
                || c >= 0x180B && c <= 0x180F // selectors of Mongolian
                || c == 0x2065
                || c == 0x2800 // blank of Braille
                || c >= 0xFFF0 && c <= 0xFFF8
                || c == 0xFFFC // where an object stood
                || c == 0x16FE4 // filler of Khitan
                || c == 0x1D159 // null notehead
                || c >= 0xE0000 && c <= 0xE0FFF;
    }

    private static boolean turnsDirection(int c) {
        return c == 0x061C || c == 0x200E || c == 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    /** Signs around numbers in Arabic, Syriac and Kaithi script are format characters that are seen. */
    private static boolean isPrinted(int c) {
        return c >= 0x0600 && c <= 0x0605
                || c == 0x06DD
                || c == 0x070F
                || c == 0x0890
                || c == 0x0891
                || c == 0x08E2
                || c == 0x110BD
                || c == 0x110CD;
    }
}
