package org.xuanpai.platform.database;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.xuanpai.platform.Launcher;
import org.xuanpai.platform.StartRefused;

/** Brings the database up, in this order: connect, check the mark, migrate, check what must hold. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    static DatabaseSettings databaseSettings(Environment environment) {
        return new DatabaseSettings(environment);
    }

    @Bean
    InstallationMark installationMark(@Value("${xuanpai.demo:false}") boolean demo) {
        return new InstallationMark(demo);
    }

    @Bean
    FlywayConfigurationCustomizer migrationPlaceholders(JdbcConnectionDetails application, InstallationMark mark) {
        return configuration -> {
            Map<String, String> placeholders = new HashMap<>(configuration.getPlaceholders());
            placeholders.put("appRole", plainName(Objects.requireNonNull(application.getUsername())));
            placeholders.put("demo", Boolean.toString(mark.demo()));
            configuration.placeholders(placeholders);
        };
    }

    private static String plainName(String role) {
        if (!role.matches("[a-z_][a-z0-9_]*")) {
            throw new StartRefused("the role " + role + " of the application needs a plain name:"
                    + " small letters, digits and underscores");
        }
        return role;
    }

    @Bean
    FlywayMigrationStrategy checkedMigration(DataSource dataSource, InstallationMark mark) {
        StartChecks checks = new StartChecks(dataSource);
        return flyway -> {
            mark.check(flyway.getConfiguration().getDataSource());
            checks.check(); // before anything is changed in somebody's database
            flyway.migrate();
            checks.check();
        };
    }

    @Bean
    TransactionManagerCustomizer<JpaTransactionManager> rowLevelContext(
            DataSource dataSource, ObjectProvider<Clock> clock) {
        return transactions -> transactions.addListener(new RowLevelContext(dataSource, clock::getObject));
    }

    /** Without a database in the settings the application brings its own. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(NoOtherDatabase.class)
    @ConditionalOnMissingBean(JdbcConnectionDetails.class)
    static class Embedded {

        @Bean
        EmbeddedDatabase embeddedDatabase(
                @Value("${xuanpai.data-dir}") Path folder, @Value("${" + Launcher.COMMAND + ":}") String command) {
            return command.isEmpty() ? EmbeddedDatabase.toServe(folder) : EmbeddedDatabase.forCommand(folder, command);
        }

        @Bean
        JdbcConnectionDetails applicationConnection(EmbeddedDatabase database) {
            return new ApplicationConnection(
                    database.url(), Passwords.APPLICATION, database.passwords().application());
        }

        @Bean
        FlywayConnectionDetails ownerConnection(EmbeddedDatabase database) {
            return new OwnerConnection(
                    database.url(), Passwords.OWNER, database.passwords().owner());
        }
    }

    /** Neither role of another database is set. */
    static class NoOtherDatabase implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !DatabaseSettings.external(context.getEnvironment());
        }
    }
}
