package org.xuanpai.platform;

import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Refuses an unknown command before any bean is made, so that a typing error starts no database. It knows commands by the
 * names of their beans: {@code verify-audit} is done by {@code VerifyAuditCommand}.
 */
final class KnownCommands implements BeanFactoryPostProcessor {

    private final String word;

    KnownCommands(String word) {
        this.word = word;
    }

    /** The word that starts the command made by this bean. */
    static String wordOf(String beanName) {
        return beanName.replaceFirst("Command$", "")
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        TreeSet<String> words = new TreeSet<>();
        Arrays.stream(beanFactory.getBeanNamesForType(ConsoleCommand.class, true, false))
                .map(KnownCommands::wordOf)
                .forEach(words::add);
        if (!words.contains(word)) {
            throw new StartRefused("unknown command " + word + ", known: " + String.join(", ", words));
        }
    }
}
