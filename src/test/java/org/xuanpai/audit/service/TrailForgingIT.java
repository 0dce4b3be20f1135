package org.xuanpai.audit.service;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.fixture.Behind;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.Role;

/** An entry of the trail says who acts and when, and cannot say otherwise. */
@IntegrationTest
class TrailForgingIT {

    private static final String ADD = """
            insert into trail_entry (at, actor_id, actor_name, role, unit_name, action, outcome, subject, subject_id, details)
            values (%s, %s, %s, '%s', '', 'report.approved', 'DONE', '', '', '')
            """;

    @Autowired
    private Given given;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Database database;

    @Autowired
    private MutableClock clock;

    private Person auditor;
    private Person other;
    private Behind sql;

    @BeforeEach
    void twoPersons() {
        auditor = given.person(Role.AUDITOR, null);
        other = given.person(Role.SECURITY_ADMIN, null);
        sql = new Behind(jdbc, transactions, Map.of("other", other.user().accountId()));
    }

    @Test
    void whoeverActsAddsAsOneself() {
        sql.taken(auditor, ADD.formatted("now()", "acting_account()", "acting_name()", "AUDITOR"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                ":other, acting_name(), AUDITOR",
                "null, '', AUDITOR",
                "acting_account(), 'x', AUDITOR",
                "acting_account(), acting_name(), SECURITY_ADMIN",
                "acting_account(), acting_name(), \"\""
            })
    void nobodyAddsAsSomebodyElse(String actor, String name, String role) {
        sql.refused(auditor, "as_oneself", ADD.formatted("now()", actor, name, role));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timestamptz '2020-01-01'",
                "acting_now() - interval '5 minutes'",
                "acting_now() + interval '2 hours'"
            })
    void nobodyAddsAtAnotherTime(String at) {
        sql.refused(auditor, "when_it_happens", ADD.formatted(at, "acting_account()", "acting_name()", auditor.role()));
    }

    @Test
    void theTimeIsTheApplications() {
        clock.set("2031-03-01T08:00");

        sql.taken(
                auditor,
                ADD.formatted("timestamptz '2031-03-01 08:00+08'", "acting_account()", "acting_name()", "AUDITOR"));
        sql.refused(
                auditor,
                "when_it_happens",
                ADD.formatted("now()", "acting_account()", "acting_name()", auditor.role()));
    }

    @Test
    void whereNobodyActsNobodyIsNamed() {
        String named = "'" + other.user().accountId() + "'";
        for (String entry :
                new String[] {ADD.formatted("now()", named, "''", ""), ADD.formatted("now()", "null", "''", "AUDITOR")
                }) {
            assertThatThrownBy(() -> database.application().update(entry))
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("as_oneself");
        }
    }
}
