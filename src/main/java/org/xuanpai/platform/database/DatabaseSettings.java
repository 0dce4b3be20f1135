package org.xuanpai.platform.database;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;
import org.xuanpai.platform.StartRefused;

/**
 * Which database: the embedded one when nothing is set, another one when both roles are. Runs before any bean is made, so
 * a half-set database is refused before anything starts.
 */
final class DatabaseSettings implements BeanFactoryPostProcessor {

    static final String APPLICATION_URL = "spring.datasource.url";
    static final String APPLICATION_USER = "spring.datasource.username";
    static final String OWNER_URL = "spring.flyway.url";
    static final String OWNER_USER = "spring.flyway.user";

    private final Environment environment;

    DatabaseSettings(Environment environment) {
        this.environment = environment;
    }

    static boolean external(Environment environment) {
        return isSet(environment, APPLICATION_URL)
                || isSet(environment, APPLICATION_USER)
                || isSet(environment, OWNER_URL)
                || isSet(environment, OWNER_USER);
    }

    private static boolean isSet(Environment environment, String name) {
        return StringUtils.hasText(environment.getProperty(name));
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        if (!external(environment)) {
            return;
        }
        if (environment.getProperty("xuanpai.demo", Boolean.class, false)) {
            throw new StartRefused("demo mode refuses any database but its own: take spring.datasource.* and"
                    + " spring.flyway.* out, or leave demo mode");
        }
        List<String> missing = Stream.of(APPLICATION_URL, APPLICATION_USER, OWNER_USER)
                .filter(name -> !isSet(environment, name))
                .toList();
        if (!missing.isEmpty()) {
            throw new StartRefused("another database than the embedded one needs both of its roles,"
                    + " the application's (spring.datasource.*) and the owner's (spring.flyway.*); missing: "
                    + String.join(", ", missing));
        }
    }
}
