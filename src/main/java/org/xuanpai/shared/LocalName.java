package org.xuanpai.shared;

import java.util.Locale;

/** A name in both languages, as an argument of a message: it is written in the reader's, and in the trail in Chinese. */
public record LocalName(String chinese, String english) {

    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : chinese;
    }

    @Override
    public String toString() {
        return chinese;
    }
}
