package org.xuanpai.progress.service;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xuanpai.progress.OpenPoint;
import org.xuanpai.shared.Scope;

/** A rule asked for a reason: somebody has to read it. */
@Component
class ReasonGiven implements OpenPoint {

    private final JdbcClient jdbc;

    ReasonGiven(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String key() {
        return "progress.openPoint.reason";
    }

    @Override
    public Set<UUID> among(Scope scope, Set<UUID> copies) {
        return new HashSet<>(jdbc.sql("""
                        select distinct c.id
                        from submitted_copy c join submitted_reason r on r.copy_id = c.id
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
