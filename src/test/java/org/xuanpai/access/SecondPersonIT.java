package org.xuanpai.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.fixture.Given;
import org.xuanpai.platform.database.Attempts;
import org.xuanpai.platform.database.Attempts.Outcome;
import org.xuanpai.platform.database.Database;

/**
 * The database itself keeps two persons apart, whoever writes: each such check refuses, by its name, a row of the owner that
 * nothing else refuses.
 */
@IntegrationTest
class SecondPersonIT {

    /** Checks whose name says so, and those that keep two ids of a row different, whatever their name. */
    private static final String CHECKS = """
            select k.conname, c.relname
            from pg_constraint k join pg_class c on c.oid = k.conrelid
            where k.contype = 'c' and c.relnamespace = 'public'::regnamespace
              and (k.conname ~ '(second|another|two)_(person|role)|never_by|never_answered_by|ones_own|oneself'
                   or pg_get_constraintdef(k.oid) like '%<>%'
                      and 2 <= (select count(*) from pg_attribute a
                                where a.attrelid = k.conrelid and a.attnum = any (k.conkey) and a.atttypid = 'uuid'::regtype))
            order by 1
            """;

    @Autowired
    private Given given;

    @Autowired
    private Database database;

    @Autowired
    private MutableClock clock;

    @Test
    void everyCheckThatKeepsTwoPersonsApartRefusesARowByItsName() {
        List<Writes> all = AllWrites.list();
        Map<String, String> rows = new TreeMap<>();
        all.forEach(writes -> rows.putAll(writes.alike));
        try (Attempts attempts = new Attempts(database, clock)) {
            Written written = new Written(given, database, attempts, all);
            Map<String, String> checks = new TreeMap<>();
            attempts.read(CHECKS, 2).forEach(row -> checks.put(row[0], row[1]));
            assertThat(rows.keySet())
                    .as(
                            "AllWrites has, with .alike(name, \"column = value\"), a row for each check that keeps two apart")
                    .isEqualTo(checks.keySet());

            List<String> wrong = new ArrayList<>();
            checks.forEach((check, table) -> {
                String sql = Objects.requireNonNull(rows.get(check));
                Outcome with = attempts.asOwner(sql, written.parameters(Who.ORGANIZER));
                Outcome without = attempts.changed(
                        "alter table " + table + " drop constraint " + check,
                        () -> attempts.asOwner(sql, written.parameters(Who.ORGANIZER)));
                if (!with.error().contains('"' + check + '"') || !without.isDone()) {
                    wrong.add(check + ": " + with + "\n    without it: " + without);
                }
            });
            assertThat(wrong)
                    .as("rows that are not refused by their check alone")
                    .isEmpty();
        }
    }
}
