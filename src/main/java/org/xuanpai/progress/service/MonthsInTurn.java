package org.xuanpai.progress.service;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets acts that change the figures of a township's months come one after another. What a month's figures are follows from the
 * months before it, so an act reads and writes neighbours, and locking its own month is not enough.
 *
 * <p>An advisory lock and no row's: there may be no report yet, the row that all months have in common is the township, and that
 * nobody who reports may change, so nobody may lock it either.
 */
@Component
class MonthsInTurn {

    // the township, what it was merged into, and what was merged into that; in one order, so that no two wait for each
    // other
    private static final String LOCK = """
            with recursive later (unit_id) as (
                select cast(:township as uuid)
                union
                select s.successor_id from division_succession s join later l on s.predecessor_id = l.unit_id
                where s.kind = 'MERGED')
            select count(pg_advisory_xact_lock(hashtextextended('progress.months.' || u.id, 0)))
            from (select distinct p.id from later l cross join lateral unnest(with_predecessors(l.unit_id)) as p (id) order by p.id) u
            """;

    private final JdbcClient jdbc;

    MonthsInTurn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for its turn, which lasts until the transaction ends; to be taken before anything of the months is read. */
    void of(UUID township) {
        jdbc.sql(LOCK).param("township", township).query(Long.class).single();
    }
}
