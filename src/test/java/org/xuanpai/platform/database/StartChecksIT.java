package org.xuanpai.platform.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.xuanpai.platform.StartRefused;

/** What is refused at every start, of any database. */
class StartChecksIT {

    /** One for each test: JUnit makes the class anew. */
    private final Database database = TestServer.create();

    @Test
    void theApplicationsRoleIsFine() {
        assertThatCode(() -> check(database.applicationLogin())).doesNotThrowAnyException();
    }

    @Test
    void theApplicationDoesNotWorkAsASuperuser() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> check(database.superuserLogin()))
                .withMessageContaining("postgres (superuser");
    }

    @Test
    void theApplicationDoesNotWorkAsTheOwner() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> check(database.ownerLogin()))
                .withMessageContaining("as an owner of its tables: " + Passwords.OWNER);
    }

    @Test
    void theApplicationDoesNotWorkAsTheOwnerOfASingleTable() {
        superuser().execute("create table ours (id int)");
        superuser().execute("alter table ours owner to " + Passwords.APPLICATION);

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> check(database.applicationLogin()))
                .withMessageContaining("as an owner of its tables: " + Passwords.APPLICATION);
    }

    @Test
    void theApplicationDoesNotWorkWhereACommitMayBeLost() {
        superuser()
                .execute("alter role " + Passwords.APPLICATION + " in database "
                        + database.url().replaceFirst(".*/", "") + " set synchronous_commit = off");

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> check(database.applicationLogin()))
                .withMessageContaining("synchronous_commit=off");
    }

    @Test
    void demoAndRealDataDoNotMeet() {
        DataSource owner = dataSource(database.ownerLogin());
        new InstallationMark(true).check(owner);
        new InstallationMark(false).check(owner);

        database.owner().execute("create table installation as select true as demo");
        new InstallationMark(true).check(owner);
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new InstallationMark(false).check(owner))
                .withMessageContaining("this is a demo database");

        database.owner().execute("update installation set demo = false");
        new InstallationMark(false).check(owner);
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new InstallationMark(true).check(owner))
                .withMessageContaining("demo mode refuses this database");
    }

    private void check(Database.Login login) {
        new StartChecks(dataSource(login)).check();
    }

    private DataSource dataSource(Database.Login login) {
        return new DriverManagerDataSource(database.url(), login.user(), login.password());
    }

    private JdbcTemplate superuser() {
        return database.as(database.superuserLogin());
    }
}
