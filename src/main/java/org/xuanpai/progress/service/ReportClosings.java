package org.xuanpai.progress.service;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xuanpai.progress.ClosedReports;
import org.xuanpai.shared.ArrayText;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/** Reads which months are not waited for, and of which townships they may be. */
@Component
class ReportClosings implements ClosedReports {

    private final JdbcClient jdbc;

    ReportClosings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Key, Closed> of(Scope scope, Period from, Period to) {
        Map<Key, Closed> closed = new HashMap<>();
        jdbc.sql("""
                        select township_id, period, reason, closed_by_name, closed_at from report_closing
                        where period between :from and :to
                          and (county_id = any (cast(:counties as uuid[])) or township_id = any (cast(:townships as uuid[])))""")
                .param("from", from.key())
                .param("to", to.key())
                .param("counties", scope.countyArray())
                .param("townships", scope.townshipArray())
                .query(row -> {
                    closed.put(
                            new Key(
                                    row.getObject("township_id", UUID.class),
                                    Period.containing(row.getObject("period", LocalDate.class))),
                            new Closed(
                                    row.getString("reason"),
                                    row.getString("closed_by_name"),
                                    row.getObject("closed_at", OffsetDateTime.class)
                                            .toInstant()));
                });
        return closed;
    }

    /** Those among townships of the scope for which nobody reports any more. */
    Set<UUID> abandoned(Scope scope, Collection<UUID> townships) {
        return new HashSet<>(jdbc.sql("""
                        select d.id from division d
                        where d.id = any (cast(:units as uuid[])) and nobody_reports_for(d.id)
                          and (d.county_id = any (cast(:counties as uuid[])) or d.id = any (cast(:townships as uuid[])))""")
                .param("units", ArrayText.of(townships))
                .param("counties", scope.countyArray())
                .param("townships", scope.townshipArray())
                .query(UUID.class)
                .list());
    }
}
