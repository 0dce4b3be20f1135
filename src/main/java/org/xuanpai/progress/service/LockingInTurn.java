package org.xuanpai.progress.service;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xuanpai.shared.ArrayText;

/**
 * Keeps the locking of a county's month apart from what must not happen in a locked one. Whoever is about to do that holds the
 * county open until the own transaction ends; a locking waits for all of them, and they for it. Rows cannot say it: what is
 * forbidden are rows that are not there yet.
 */
@Component
class LockingInTurn {

    private static final String KEY = "hashtextextended('progress.locking.' || c.id, 0)";
    private static final String COUNTIES = " from unnest(cast(:counties as uuid[])) as c (id)";

    private final JdbcClient jdbc;

    LockingInTurn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** No month of the counties is locked before the transaction ends; to be taken before asking which ones are. */
    void notNow(Collection<UUID> counties) {
        take("pg_advisory_xact_lock_shared", counties);
    }

    /** A month of the counties is locked now. */
    void now(Collection<UUID> counties) {
        take("pg_advisory_xact_lock", counties);
    }

    private void take(String lock, Collection<UUID> counties) {
        jdbc.sql("select count(" + lock + "(" + KEY + "))" + COUNTIES)
                .param("counties", ArrayText.of(counties))
                .query(Long.class)
                .single();
    }
}
