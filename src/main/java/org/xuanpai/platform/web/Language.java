package org.xuanpai.platform.web;

import java.time.Duration;
import java.util.Locale;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The language of the pages, Chinese unless the browser's cookie says English. No other language gets in by the cookie. */
class Language extends CookieLocaleResolver {

    private static final Duration A_YEAR = Duration.ofDays(365);

    /**
     * Keeps the choice for a year.
     *
     * @param secure whether the cookie travels over TLS only
     */
    Language(boolean secure) {
        super("xuanpai-language");
        setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        setCookieMaxAge(A_YEAR);
        setCookieHttpOnly(true);
        setCookieSameSite("Lax");
        setCookieSecure(secure);
        setRejectInvalidCookies(false);
    }

    @Override
    protected Locale parseLocaleValue(String text) {
        return named(text);
    }

    @Override
    protected String toLocaleValue(Locale locale) {
        return locale.getLanguage();
    }

    /**
     * Reads {@code zh} or {@code en}.
     *
     * @throws IllegalArgumentException for anything else
     */
    static Locale named(String text) {
        return switch (text) {
            case "zh" -> Locale.SIMPLIFIED_CHINESE;
            case "en" -> Locale.ENGLISH;
            default -> throw new IllegalArgumentException("no such language");
        };
    }
}
