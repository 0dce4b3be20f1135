package org.xuanpai.progress.service;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xuanpai.progress.OpenObjection;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/** The objections to issued figures of a township's month that wait for an answer. */
@Component
class OpenObjections {

    private final JdbcClient jdbc;

    OpenObjections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The oldest first. */
    List<OpenObjection> of(Scope scope, UUID township, Period period) {
        return jdbc.sql("""
                        select o.id, o.township_id, o.period, o.indicator_code, o.issuer, o.reason, o.raised_by_name, o.raised_at
                        from figure_objection o
                        where o.township_id = :township and o.period = :period and o.answer is null
                          and (o.county_id = any (cast(:counties as uuid[])) or o.township_id = any (cast(:townships as uuid[])))
                        order by o.raised_at, o.id
                        """)
                .param("township", township)
                .param("period", period.key())
                .param("counties", scope.countyArray())
                .param("townships", scope.townshipArray())
                .query((row, n) -> new OpenObjection(
                        row.getObject("id", UUID.class),
                        row.getObject("township_id", UUID.class),
                        Period.containing(row.getObject("period", LocalDate.class)),
                        row.getString("indicator_code"),
                        FigureIssuer.valueOf(row.getString("issuer")),
                        row.getString("reason"),
                        row.getString("raised_by_name"),
                        row.getObject("raised_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
