package org.xuanpai.shared;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A name in both languages, as an argument of a message: it is written in the reader's, and in the trail in both. */
public record LocalName(String chinese, String english) {

    private static final String BETWEEN = " / ";
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    /** The name that the trail keeps as {@link #toString}; empty for any other text. */
    public static Optional<LocalName> kept(String text) {
        int at = text.indexOf(BETWEEN);
        if (at < 0) {
            return Optional.empty();
        }
        LocalName name = new LocalName(text.substring(0, at), text.substring(at + BETWEEN.length()));
        return CHINESE.matcher(name.chinese()).find()
                        && !CHINESE.matcher(name.english()).find()
                ? Optional.of(name)
                : Optional.empty();
    }

    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : chinese;
    }

    @Override
    public String toString() {
        return chinese + BETWEEN + english;
    }
}
