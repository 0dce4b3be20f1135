package org.xuanpai.progress.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xuanpai.shared.CurrentUser;

/** For whom somebody stands in today. */
@Component
class StandIns {

    private final JdbcClient jdbc;
    private final Clock clock;

    StandIns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Names of the organizers whose stand-in this one is today; empty for none. */
    String of(CurrentUser user) {
        List<String> names = jdbc.sql("""
                        select away_name from review_stand_in
                        where stand_in_id = :me and ended_at is null and :today between first_day and last_day
                          and county_id = any (cast(:counties as uuid[]))
                        order by away_name
                        """)
                .param("me", user.accountId())
                .param("today", LocalDate.now(clock))
                .param("counties", user.scope().countyArray())
                .query((row, n) -> row.getString("away_name"))
                .list();
        return names.stream().collect(Collectors.joining(" · "));
    }
}
