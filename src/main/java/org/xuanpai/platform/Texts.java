package org.xuanpai.platform;

import java.util.Locale;
import java.util.Map;

/** Texts of all features by the beginning of their keys, for whoever looks something up by its text. */
public interface Texts {

    /**
     * Texts in a language.
     *
     * @param beginning what their keys begin with
     * @return by the rest of the key
     */
    Map<String, String> under(String beginning, Locale locale);
}
