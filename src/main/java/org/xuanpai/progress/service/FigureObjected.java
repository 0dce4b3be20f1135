package org.xuanpai.progress.service;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xuanpai.progress.OpenPoint;
import org.xuanpai.shared.Scope;

/** The township objects to an issued figure of the month and waits for an answer. */
@Component
class FigureObjected implements OpenPoint {

    private final JdbcClient jdbc;

    FigureObjected(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String key() {
        return "progress.openPoint.objection";
    }

    @Override
    public Set<UUID> among(Scope scope, Set<UUID> copies) {
        return new HashSet<>(jdbc.sql("""
                        select distinct c.id
                        from submitted_copy c
                        join figure_objection o on o.township_id = c.township_id and o.period = c.period and o.answer is null
                        where c.id = any (:copies)
                          and (c.county_id = any (cast(:counties as uuid[])) or c.township_id = any (cast(:townships as uuid[])))
                        """)
                .param("copies", copies.toArray(UUID[]::new))
                .param("counties", scope.countyArray())
                .param("townships", scope.townshipArray())
                .query((row, n) -> row.getObject("id", UUID.class))
                .list());
    }
}
