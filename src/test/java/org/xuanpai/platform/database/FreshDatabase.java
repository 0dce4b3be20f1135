package org.xuanpai.platform.database;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives a test's context a database of its own, in place of the embedded one, and a {@link Database} to look at it. */
public final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Database database = TestServer.create();
        var beans = context.getBeanFactory();
        beans.registerSingleton("testDatabase", database);
        beans.registerSingleton(
                "applicationConnection",
                new ApplicationConnection(
                        database.url(),
                        database.applicationLogin().user(),
                        database.applicationLogin().password()));
        beans.registerSingleton(
                "ownerConnection",
                new OwnerConnection(
                        database.url(),
                        database.ownerLogin().user(),
                        database.ownerLogin().password()));
        // several contexts are kept at a time, all on one server
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test database", Map.of("spring.datasource.hikari.maximum-pool-size", "10")));
    }
}
