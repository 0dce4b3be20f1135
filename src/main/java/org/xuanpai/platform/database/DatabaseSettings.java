package org.xuanpai.platform.database;

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
        require(APPLICATION_URL, "the database and the role the application works under");
        require(APPLICATION_USER, "the role the application works under");
        require(OWNER_USER, "the role that owns the tables and migrates them");
    }

    private void require(String name, String meaning) {
        if (!isSet(environment, name)) {
            throw new StartRefused(name + " is missing (" + meaning
                    + "): another database than the embedded one needs spring.datasource.url, .username and .password"
                    + " and spring.flyway.user and .password");
        }
    }
}
