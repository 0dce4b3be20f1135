package org.xuanpai.account.service;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xuanpai.account.LastSecurityAdministrator;
import org.xuanpai.shared.Role;

/**
 * What two administrators must not do at the same moment. Each waits for the other until the end of the transaction and then
 * sees what the other has done.
 */
@Component
class DutyGuards {

    private static final int OF_ONE_PERSON = 1;
    private static final int OF_THE_LAST = 2;

    private final JdbcClient jdbc;
    private final Clock clock;

    DutyGuards(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One grant to a person after the other: the exclusion constraints would make two at once wait for each other. */
    void oneAfterTheOther(UUID account) {
        lock(OF_ONE_PERSON, account.hashCode());
    }

    /**
     * Makes sure that somebody can still grant duties without this account.
     *
     * @throws LastSecurityAdministrator when nobody else could
     */
    void mustNotBeTheLast(UUID account) {
        lock(OF_THE_LAST, 0);
        boolean last = jdbc.sql("select coalesce(is_last_in_role(:account, :role, :now), false)")
                .param("account", account)
                .param("role", Role.SECURITY_ADMIN.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
        if (last) {
            throw new LastSecurityAdministrator();
        }
    }

    private void lock(int kind, int key) {
        jdbc.sql("select pg_advisory_xact_lock(:kind, :key)")
                .param("kind", kind)
                .param("key", key)
                .query((row, n) -> 1)
                .list();
    }
}
