package org.xuanpai.platform.database;

import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A server in a container, of the image that {@code -Dtest.database.image} names: how the tests are run against a PostgreSQL that
 * somebody else built. Needs a container engine.
 */
final class ContainerTestServer {

    static final Passwords PASSWORDS = new Passwords("superuser", "owner", "application");

    private static final PostgreSQLContainer CONTAINER = start();

    private ContainerTestServer() {}

    static String url(String database) {
        return "jdbc:postgresql://" + CONTAINER.getHost() + ":"
                + CONTAINER.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT) + "/" + database;
    }

    @SuppressWarnings("resource") // closed with the run
    private static PostgreSQLContainer start() {
        DockerImageName image = DockerImageName.parse(System.getProperty("test.database.image", "postgres:18"))
                .asCompatibleSubstituteFor("postgres");
        PostgreSQLContainer container =
                new PostgreSQLContainer(image).withUsername(Passwords.SUPERUSER).withPassword(PASSWORDS.superuser());
        container.setCommand(
                "postgres"); // the container's own way of starting it would be without fsync, which is refused
        container.start();
        SpringApplication.getShutdownHandlers().add(container::stop);
        JdbcTemplate superuser = new JdbcTemplate(
                new DriverManagerDataSource(container.getJdbcUrl(), Passwords.SUPERUSER, PASSWORDS.superuser()));
        RoleScript.statements(PASSWORDS).forEach(superuser::execute);
        return container;
    }
}
