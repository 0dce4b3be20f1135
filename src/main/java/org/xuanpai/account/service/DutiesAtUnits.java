package org.xuanpai.account.service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xuanpai.division.Consequence;
import org.xuanpai.division.HangsOnUnits;
import org.xuanpai.shared.ArrayText;
import org.xuanpai.shared.Scope;

/** Duties at units that end: they give no rights from that day on, and the security administrator grants new ones. */
@Component
class DutiesAtUnits implements HangsOnUnits {

    private final JdbcClient jdbc;
    private final Clock clock;

    DutiesAtUnits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Consequence> whenTheyEnd(Scope scope, Collection<UUID> units, LocalDate day) {
        return jdbc.sql("""
                        select count(*) as duties from duty
                        where unit_id = any (cast(:units as uuid[])) and county_id = any (cast(:counties as uuid[]))
                          and (valid_to is null or valid_to > :at)""")
                .param("at", day.atStartOfDay(clock.getZone()).toInstant().atOffset(ZoneOffset.UTC))
                .param("units", ArrayText.of(units))
                .param("counties", scope.countyArray())
                .query((row, n) -> List.of(new Consequence("division.follows.duties", row.getLong("duties"), true)))
                .single();
    }
}
