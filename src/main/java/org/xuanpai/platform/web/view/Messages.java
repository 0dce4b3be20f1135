package org.xuanpai.platform.web.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.xuanpai.platform.Texts;

/**
 * All texts: every file in {@code messages/}, the Chinese one being the base. Arguments are written as {@link Formats} writes
 * them, so a rule may hand over figures, dates and periods as they are.
 */
@Component("messageSource")
class Messages extends ResourceBundleMessageSource implements Texts {

    private static final String ENGLISH = "_en";
    private static final String SUFFIX = ".properties";

    private final Formats formats;

    Messages(Formats formats) {
        this.formats = formats;
        setDefaultEncoding(StandardCharsets.UTF_8.name());
        setFallbackToSystemLocale(false);
        setBasenames(basenames());
    }

    @Override
    protected MessageFormat createMessageFormat(String text, @Nullable Locale locale) {
        MessageFormat message = new MessageFormat(text, locale == null ? Locale.ROOT : locale);
        Format[] given = message.getFormats();
        for (int i = 0; i < given.length; i++) {
            if (given[i] == null) {
                message.setFormat(i, new ArgumentFormat());
            }
        }
        return message;
    }

    @Override
    public Map<String, String> under(String beginning, Locale locale) {
        Map<String, String> found = new TreeMap<>();
        for (String name : getBasenameSet()) {
            ResourceBundle texts = getResourceBundle(name, locale);
            if (texts != null) {
                texts.keySet().stream()
                        .filter(key -> key.startsWith(beginning))
                        .forEach(key -> found.put(key.substring(beginning.length()), texts.getString(key)));
            }
        }
        return found;
    }

    private static String[] basenames() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*" + SUFFIX);
            return Arrays.stream(files)
                    .map(file -> String.valueOf(file.getFilename()))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .filter(name -> !name.endsWith(ENGLISH))
                    .map(name -> "messages/" + name)
                    .distinct()
                    .sorted()
                    .toArray(String[]::new);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private final class ArgumentFormat extends Format {

        private static final long serialVersionUID = 1L;

        @Override
        public StringBuffer format(@Nullable Object argument, StringBuffer to, FieldPosition position) {
            return to.append(formats.argument(argument));
        }

        @Override
        public Object parseObject(String text, ParsePosition position) {
            throw new UnsupportedOperationException();
        }
    }
}
