package org.xuanpai.platform.database;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xuanpai.platform.StartRefused;

/**
 * Whether a database was made for the demo: written by the migration that makes the table {@code installation}, never
 * changed, and read before anything else is done to the database.
 */
final class InstallationMark {

    private final boolean demo;

    InstallationMark(boolean demo) {
        this.demo = demo;
    }

    boolean demo() {
        return demo;
    }

    /** Refuses a database of the other kind; one that is still empty is fine. */
    void check(DataSource dataSource) {
        JdbcClient database = JdbcClient.create(dataSource);
        boolean marked = database.sql("select to_regclass('installation') is not null")
                .query(Boolean.class)
                .single();
        if (!marked) {
            return;
        }
        boolean madeForDemo = database.sql("select demo from installation")
                .query(Boolean.class)
                .single();
        if (demo && !madeForDemo) {
            throw new StartRefused("demo mode refuses this database: it was not made by demo mode");
        }
        if (!demo && madeForDemo) {
            throw new StartRefused(
                    "this is a demo database: it starts in demo mode only (--spring.profiles.active=demo)");
        }
    }
}
