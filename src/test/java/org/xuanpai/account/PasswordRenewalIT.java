package org.xuanpai.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.xuanpai.IntegrationTest;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.Role;

/** A hash made at a lower cost goes on fitting, and is replaced when its owner logs in (controls A2). */
@IntegrationTest
class PasswordRenewalIT {

    private static final String CHEAP = new Argon2PasswordEncoder(16, 32, 1, 32, 1).encode(Person.PASSWORD);

    @Autowired
    private Given given;

    @Autowired
    private Database database;

    @Autowired
    private JdbcTemplate application;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Argon2PasswordEncoder today;

    private Person person;
    private UUID account;

    @BeforeEach
    void somebodyWithAnOldHash() {
        person = given.person(Role.AUDITOR, null);
        account = person.user().accountId();
        database.owner().update("update credential set password_hash = ? where account_id = ?", CHEAP, account);
    }

    @Test
    void theOwnersLogInReplacesIt() {
        WebUser.signedIn(mvc, person);
        String renewed = stored();
        assertThat(renewed).startsWith("$argon2id$").isNotEqualTo(CHEAP);
        assertThat(today.upgradeEncoding(renewed)).as("cheaper than today's").isFalse();

        WebUser.signedIn(mvc, person).get("/trail");
        assertThat(stored()).as("once").isEqualTo(renewed);
    }

    @Test
    void aWrongPasswordReplacesNothing() {
        WebUser.anonymous(mvc).post("/login", "username", person.username(), "password", "not the password of it");

        assertThat(stored()).isEqualTo(CHEAP);
    }

    @Test
    void aPasswordThatWasChangedMeanwhileStays() {
        assertThat(application.queryForObject(
                        "select renew_password_hash(?, 'an older one', 'x')", Boolean.class, account))
                .isFalse();
        assertThat(stored()).isEqualTo(CHEAP);
    }

    private String stored() {
        return String.valueOf(database.owner()
                .queryForObject("select password_hash from credential where account_id = ?", String.class, account));
    }
}
