package org.xuanpai.posting.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.posting.MayEditProcedure;
import org.xuanpai.posting.ProcedureView;
import org.xuanpai.posting.entity.ProcedureTemplate;
import org.xuanpai.shared.CurrentUser;

/** Reads the procedures of the county. */
@Service
@Transactional(readOnly = true)
public class ProcedureQueries {

    private static final String ROWS = """
            select id, valid_from, waivable, notice_days, term_years, term_starts, votes, hotline, address, reason, proposed_by,
                   proposed_by_name, proposed_at, confirmed_by_name, confirmed_at
            from procedure_template
            where withdrawn_at is null and county_id = any (cast(:counties as uuid[]))
            order by confirmed_at is not null, valid_from desc, id""";

    private final JdbcClient jdbc;
    private final Procedures procedures;
    private final Clock clock;

    ProcedureQueries(JdbcClient jdbc, Procedures procedures, Clock clock) {
        this.jdbc = jdbc;
        this.procedures = procedures;
        this.clock = clock;
    }

    /** What waits first, then the latest first. */
    @MayEditProcedure
    public List<ProcedureRow> list(CurrentUser user) {
        return jdbc.sql(ROWS)
                .param("counties", user.scope().countyArray())
                .query(new SimplePropertyRowMapper<>(ProcedureRow.class))
                .list();
    }

    /** What a round that is opened today goes by. */
    @MayEditProcedure
    public ProcedureView today(CurrentUser user) {
        return procedures
                .on(user, LocalDate.now(clock))
                .map(ProcedureTemplate::rules)
                .orElse(ProcedureView.USUAL);
    }
}
