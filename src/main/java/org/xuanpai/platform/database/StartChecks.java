package org.xuanpai.platform.database;

import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xuanpai.platform.StartRefused;

/**
 * What must hold of any database at every start, asked under the application's own role: what is acknowledged survives, and
 * row-level security binds this role.
 */
final class StartChecks {

    private static final Logger log = LoggerFactory.getLogger(StartChecks.class);

    private final JdbcClient database;

    StartChecks(DataSource dataSource) {
        this.database = JdbcClient.create(dataSource);
    }

    void check() {
        checkDurability();
        checkRole();
        checkTables();
    }

    private void checkDurability() {
        requireOn("fsync");
        requireOn("full_page_writes");
        if (setting("synchronous_commit").equals("off")) {
            throw new StartRefused("the database runs with synchronous_commit=off: what it acknowledges could be lost");
        }
        if (setting("data_checksums").equals("off")) {
            log.warn("The database has no data checksums; a damaged disk block would go unnoticed");
        }
    }

    private void requireOn(String name) {
        if (!setting(name).equals("on")) {
            throw new StartRefused("the database runs with " + name + "=off: what it acknowledges could be lost");
        }
    }

    private String setting(String name) {
        return database.sql("select current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private void checkRole() {
        String powers = database.sql("""
                        select concat_ws(', ', case when rolsuper then 'superuser' end,
                                               case when rolbypassrls then 'bypassrls' end,
                                               case when rolcreaterole then 'createrole' end)
                          from pg_roles where rolname = session_user""").query(String.class).single();
        if (!powers.isEmpty()) {
            throw new StartRefused(
                    "the application refuses to work under a role that can get around row-level security: "
                            + currentRole() + " (" + powers + ")");
        }
    }

    /** An owner could switch row-level security off, and so could whoever may become one. */
    private void checkTables() {
        boolean owner = database.sql("""
                        select exists (select from pg_class
                                        where relnamespace = current_schema()::regnamespace
                                          and relkind in ('r', 'p', 'v', 'm')
                                          and pg_has_role(session_user, relowner, 'member'))
                            or exists (select from pg_database
                                        where datname = current_database()
                                          and pg_has_role(session_user, datdba, 'member'))""").query(Boolean.class).single();
        if (owner) {
            throw new StartRefused("the application refuses to work as an owner of its tables: " + currentRole()
                    + " owns them or may become their owner");
        }
    }

    private String currentRole() {
        return database.sql("select session_user").query(String.class).single();
    }
}
