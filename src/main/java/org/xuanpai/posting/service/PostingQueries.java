package org.xuanpai.posting.service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.posting.MayReadPostings;
import org.xuanpai.posting.NoticeEnd;
import org.xuanpai.posting.PostingFilter;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Permission;
import org.xuanpai.shared.Scope;

/**
 * Reads for the pages of postings. What is before its notice, row-level security shows to the organizers of its round alone:
 * for everybody else there is nothing to count, to list or to find.
 */
@Service
@Transactional(readOnly = true)
public class PostingQueries {

    private static final String LIST = """
            select t.id as township_id, t.code, t.name as township, y.industrial, p.id, p.person_name,
                   posting_state_at(p.state, p.office_from, p.office_to, :now) as state, p.taken_over,
                   p.confirmed_by is not null as confirmed, p.term_from, p.expected_end, p.ended_on, p.end_kind,
                   f.filled, f.vacant_since
            from land_on(:today) t
            left join lateral (
                select industrial from township_type
                where township_id = t.id and confirmed_by is not null and valid_from <= :today
                order by valid_from desc limit 1) y on true
            cross join lateral (
                select coalesce(bool_or(o.office_to is null or o.office_to > :now), false) as filled,
                       max(o.ended_on) filter (where o.office_to <= :now) as vacant_since
                from posting o where o.township_id = t.id and o.office_from <= :now) f
            left join posting p on p.township_id = t.id and p.withdrawn_at is null
                and (:all or posting_state_at(p.state, p.office_from, p.office_to, :now) <> 'ENDED')
            where t.level = 'TOWNSHIP'
              and (t.county_id = any (cast(:counties as uuid[])) or t.id = any (cast(:townships as uuid[])))
              and (y.industrial or p.id is not null)
              and (not :gaps or not f.filled and y.industrial)
            order by t.code, p.office_from desc nulls first, p.id""";

    private static final String ROUNDS = """
            select r.id, r.title, r.opened_by_name, r.opened_at,
                   count(p.id) filter (where p.state not in ('ANNOUNCED', 'WITHDRAWN')) as open,
                   min(p.state) filter (where p.state not in ('ANNOUNCED', 'WITHDRAWN')) as state
            from posting_round r left join posting p on p.round_id = r.id
            where r.county_id = any (cast(:counties as uuid[])) and organizes(r.id)
            group by r.id, r.title, r.opened_by_name, r.opened_at
            order by r.opened_at desc, r.id limit 50""";

    private static final String HEAD = """
            select p.id, p.round_id, r.title as round_title, r.template_id, p.person_id, p.person_name, p.township_id,
                   t.name as township, p.taken_over, posting_state_at(p.state, p.office_from, p.office_to, :now) as state, p.reasons,
                   p.present_post, p.notice_document, p.notice_covered, p.notice_published, p.notice_from, p.notice_days, p.term_from,
                   p.expected_end, p.ended_on, p.end_kind, p.office_from, p.proposed_by, p.proposed_by_name, p.confirmed_by_name,
                   coalesce(organizes(p.round_id), false) as handled,
                   coalesce((select y.industrial from township_type y
                             where y.township_id = p.township_id and y.confirmed_by is not null and y.valid_from <= :today
                             order by y.valid_from desc limit 1), false) as industrial,
                   exists (select from posting o
                           where o.id <> p.id and o.office_from <= :now and (o.office_to is null or o.office_to > :now)
                             and (o.township_id = p.township_id or o.person_id = p.person_id)) as others
            from posting p
            join division t on t.id = p.township_id
            left join posting_round r on r.id = p.round_id
            where p.id = :id
              and (p.county_id = any (cast(:counties as uuid[])) or p.township_id = any (cast(:townships as uuid[])))""";

    private static final String STEPS = """
            select kind, on_day, body, document, note, due, present, agree, waived, recorded_by_name, recorded_at
            from posting_step where posting_id = :id and county_id = any (cast(:counties as uuid[])) order by position""";

    private static final String OBJECTIONS = """
            select id, received_on, way, anonymous, content, handler_name, investigation, conclusion, harmless, concluded_name,
                   concluded_at
            from objection where posting_id = :id and county_id = any (cast(:counties as uuid[])) order by received_on, id""";

    static final String ORGANIZERS = """
            select opened_by_name from posting_round where id = :round and organizes(id)
            union
            select account_name from round_organizer where round_id = :round order by 1""";

    private static final RowMapper<PostingRow> ROW = new SimplePropertyRowMapper<>(PostingRow.class);
    private static final RowMapper<RoundRow> ROUND = new SimplePropertyRowMapper<>(RoundRow.class);
    private static final RowMapper<PostingHead> HEAD_ROW = new SimplePropertyRowMapper<>(PostingHead.class);
    private static final RowMapper<StepRow> STEP = new SimplePropertyRowMapper<>(StepRow.class);
    private static final RowMapper<ObjectionRow> OBJECTION = new SimplePropertyRowMapper<>(ObjectionRow.class);

    private final JdbcClient jdbc;
    private final Procedures procedures;
    private final Clock clock;

    PostingQueries(JdbcClient jdbc, Procedures procedures, Clock clock) {
        this.jdbc = jdbc;
        this.procedures = procedures;
        this.clock = clock;
    }

    /** Townships of the scope with their postings, in the order of their codes. */
    @MayReadPostings
    public List<PostingRow> list(CurrentUser user, PostingFilter filter) {
        return rows(user.scope(), filter).list();
    }

    /** The same rows one by one. */
    @MayReadPostings
    public void forEach(CurrentUser user, PostingFilter filter, Consumer<PostingRow> row) {
        try (Stream<PostingRow> rows = rows(user.scope(), filter).stream()) {
            rows.forEach(row);
        }
    }

    /** Rounds that the reader organizes, the latest first; none for anybody else. */
    @MayReadPostings
    public List<RoundRow> rounds(CurrentUser user) {
        return user.may(Permission.ARRANGE_POSTINGS)
                ? jdbc.sql(ROUNDS)
                        .param("counties", user.scope().countyArray())
                        .query(ROUND)
                        .list()
                : List.of();
    }

    /**
     * One posting.
     *
     * @throws NotFound for a foreign or missing one, and for one that the reader must not know of
     */
    @MayReadPostings
    public PostingPage page(CurrentUser user, UUID id) {
        PostingHead head = of(user.scope(), HEAD)
                .param("id", id)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("today", today())
                .query(HEAD_ROW)
                .optional()
                .orElseThrow(NotFound::new);
        List<StepRow> steps = ofCounty(user, STEPS, id).query(STEP).list();
        List<ObjectionRow> objections =
                head.handled() ? ofCounty(user, OBJECTIONS, id).query(OBJECTION).list() : List.of();
        List<String> organizers = head.handled()
                ? jdbc.sql(ORGANIZERS)
                        .param("round", head.roundId())
                        .query((row, n) -> row.getString(1))
                        .list()
                : List.of();
        NoticeEnd end = head.noticeFrom() == null || head.noticeDays() == null
                ? null
                : procedures.end(head.noticeFrom(), head.noticeDays());
        return new PostingPage(
                head,
                steps,
                objections,
                organizers,
                end,
                procedures.of(user, head.handled() ? head.templateId() : null),
                user.may(Permission.ARRANGE_POSTINGS),
                user.accountId(),
                today());
    }

    private JdbcClient.MappedQuerySpec<PostingRow> rows(Scope scope, PostingFilter filter) {
        return of(scope, LIST)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("today", today())
                .param("all", filter == PostingFilter.ALL)
                .param("gaps", filter == PostingFilter.GAPS)
                .query(ROW);
    }

    private JdbcClient.StatementSpec of(Scope scope, String sql) {
        return jdbc.sql(sql).param("counties", scope.countyArray()).param("townships", scope.townshipArray());
    }

    private JdbcClient.StatementSpec ofCounty(CurrentUser user, String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).param("counties", user.scope().countyArray());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
