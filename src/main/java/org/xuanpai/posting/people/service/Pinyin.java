package org.xuanpai.posting.people.service;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.util.function.SingletonSupplier;

/**
 * Names in Latin letters: syllables in small letters with one space between, without tones, ü as v, which is how people type it.
 * A name is read as one, so that a surname such as 单 is Shàn where the rules know it; whoever knows better corrects it.
 */
final class Pinyin {

    /** Its rules are large and are read when the first name asks for them. */
    private static final SingletonSupplier<Transliterator> READING =
            SingletonSupplier.of(() -> Transliterator.getInstance("Han-Latin/Names"));

    private static final Pattern SYLLABLES = Pattern.compile("[a-z]+( [a-z]+)*");
    private static final Pattern U_WITH_DOTS = Pattern.compile("u([\\u0300\\u0301\\u0304\\u030c]?)\\u0308");
    private static final Pattern MARK = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{P}]+");

    private Pinyin() {}

    /** How a name reads; empty when the reading of a character is not known. */
    static Optional<String> of(String name) {
        return typed(READING.obtain().transliterate(name));
    }

    /** Pinyin as somebody typed it, with or without tone marks; empty when it is none. */
    static Optional<String> typed(String text) {
        String pinyin = latin(text);
        return SYLLABLES.matcher(pinyin).matches() ? Optional.of(pinyin) : Optional.empty();
    }

    /** What may be part of a pinyin or initials, without spaces; empty for a text that is no Latin one. */
    static String sought(String text) {
        return typed(text).map(pinyin -> pinyin.replace(" ", "")).orElse("");
    }

    private static String latin(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        String bare = MARK.matcher(U_WITH_DOTS.matcher(apart).replaceAll("v")).replaceAll("");
        return BETWEEN.matcher(bare).replaceAll(" ").strip();
    }
}
