package org.xuanpai.progress.service;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xuanpai.progress.OpenPoint;
import org.xuanpai.shared.Scope;

/** The report was sent back before: somebody has to see whether what was asked for is done. */
@Component
class ReturnedBefore implements OpenPoint {

    private final JdbcClient jdbc;

    ReturnedBefore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String key() {
        return "progress.openPoint.returned";
    }

    @Override
    public Set<UUID> among(Scope scope, Set<UUID> copies) {
        return new HashSet<>(jdbc.sql("""
                        select c.id from submitted_copy c
                        where c.id = any (:copies) and c.number > 1
                          and (c.county_id = any (cast(:counties as uuid[])) or c.township_id = any (cast(:townships as uuid[])))
                        """)
                .param("copies", copies.toArray(UUID[]::new))
                .param("counties", scope.countyArray())
                .param("townships", scope.townshipArray())
                .query((row, n) -> row.getObject("id", UUID.class))
                .list());
    }
}
