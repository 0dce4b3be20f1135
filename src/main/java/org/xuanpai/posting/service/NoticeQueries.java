package org.xuanpai.posting.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.shared.OpenToAll;

/** The notice board: what is published, as long as it runs. */
@Service
@Transactional(readOnly = true)
public class NoticeQueries {

    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notices that run today, by county and township. */
    @OpenToAll("a public notice is for the public; running ones only, through a narrow function")
    public List<NoticeRow> running() {
        return jdbc.sql("select * from running_notices(:today)")
                .param("today", LocalDate.now(clock))
                .query(new SimplePropertyRowMapper<>(NoticeRow.class))
                .list();
    }
}
