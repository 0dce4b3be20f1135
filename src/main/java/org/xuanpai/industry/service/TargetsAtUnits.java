package org.xuanpai.industry.service;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xuanpai.division.Consequence;
import org.xuanpai.division.HangsOnUnits;
import org.xuanpai.shared.ArrayText;
import org.xuanpai.shared.Scope;

/** Targets of townships that end. */
@Component
class TargetsAtUnits implements HangsOnUnits {

    private final JdbcClient jdbc;

    TargetsAtUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Consequence> whenTheyEnd(Scope scope, Collection<UUID> units, LocalDate day) {
        return jdbc.sql("""
                        select count(distinct township_id) filter (where confirmed_at is not null) as confirmed,
                               count(*) filter (where confirmed_at is null) as open
                        from target_sheet
                        where year = :year and withdrawn_at is null and township_id = any (cast(:units as uuid[]))
                          and county_id = any (cast(:counties as uuid[]))""")
                .param("year", day.getYear())
                .param("units", ArrayText.of(units))
                .param("counties", scope.countyArray())
                .query((row, n) -> List.of(
                        new Consequence("division.follows.targets", row.getLong("confirmed"), false),
                        new Consequence("division.follows.targetProposals", row.getLong("open"), true)))
                .single();
    }
}
