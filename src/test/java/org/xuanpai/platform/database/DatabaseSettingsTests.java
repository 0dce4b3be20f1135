package org.xuanpai.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mock.env.MockEnvironment;
import org.xuanpai.platform.StartRefused;

class DatabaseSettingsTests {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void withoutSettingsTheApplicationBringsItsOwnDatabase() {
        check();

        assertThat(DatabaseSettings.external(environment)).isFalse();
    }

    @Test
    void bothRolesMakeAnotherDatabase() {
        set("spring.datasource.url");
        set("spring.datasource.username");
        set("spring.flyway.user");
        check();

        assertThat(DatabaseSettings.external(environment)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.url, spring.flyway.user",
        "spring.datasource.username, spring.datasource.url",
        "spring.flyway.user, spring.datasource.username",
        "spring.flyway.url, spring.flyway.user"
    })
    void oneRoleAloneIsRefusedInOneLineThatNamesTheOther(String given, String missing) {
        set(given);

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(this::check)
                .withMessageContaining("missing: ")
                .withMessageContaining(missing)
                .satisfies(refused -> assertThat(refused.getMessage()).hasLineCount(1));
    }

    @Test
    void demoModeTakesNoDatabaseButItsOwn() {
        set("spring.datasource.url");
        set("spring.datasource.username");
        set("spring.flyway.user");
        environment.setProperty("xuanpai.demo", "true");

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(this::check)
                .withMessageContaining("demo mode refuses any database but its own");
    }

    private void set(String name) {
        environment.setProperty(name, "something");
    }

    private void check() {
        new DatabaseSettings(environment).postProcessBeanFactory(new DefaultListableBeanFactory());
    }
}
