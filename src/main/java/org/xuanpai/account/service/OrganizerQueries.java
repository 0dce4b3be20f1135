package org.xuanpai.account.service;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.account.Organizers;
import org.xuanpai.shared.OpenToAll;
import org.xuanpai.shared.Scope;

/** Reads the duties of organizers that are valid now. */
@Service
@Transactional(readOnly = true)
public class OrganizerQueries implements Organizers {

    private final JdbcClient jdbc;
    private final Clock clock;

    OrganizerQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @OpenToAll("called inside other features' permitted use cases; rows by scope")
    public List<Organizer> of(Scope scope) {
        return jdbc.sql("""
                        select distinct a.id, a.display_name, d.county_id
                        from duty d join account a on a.id = d.account_id
                        where d.role = 'COUNTY_ORGANIZER' and a.disabled_at is null
                          and d.valid_from <= :now and (d.valid_to is null or d.valid_to > :now)
                          and d.county_id = any (cast(:counties as uuid[]))
                        order by a.display_name, a.id
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("counties", scope.countyArray())
                .query((row, n) -> new Organizer(
                        row.getObject("id", UUID.class),
                        row.getString("display_name"),
                        row.getObject("county_id", UUID.class)))
                .list();
    }
}
