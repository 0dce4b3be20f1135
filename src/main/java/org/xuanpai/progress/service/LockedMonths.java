package org.xuanpai.progress.service;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xuanpai.industry.SettledMonths;
import org.xuanpai.shared.Period;

/** A locked report is settled: no figure of its month is issued, new or again (design §4). */
@Component
class LockedMonths implements SettledMonths {

    private final JdbcClient jdbc;
    private final LockingInTurn locks;

    LockedMonths(JdbcClient jdbc, LockingInTurn locks) {
        this.jdbc = jdbc;
        this.locks = locks;
    }

    @Override
    public Set<UUID> townships(UUID county, Period period) {
        locks.notNow(List.of(county));
        return new HashSet<>(jdbc.sql("select * from locked_townships(:county, :period)")
                .param("county", county)
                .param("period", period.key())
                .query(UUID.class)
                .list());
    }
}
