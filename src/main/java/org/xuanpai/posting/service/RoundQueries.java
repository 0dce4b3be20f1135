package org.xuanpai.posting.service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.account.Organizers;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.TownshipView;
import org.xuanpai.posting.MayArrangePostings;
import org.xuanpai.posting.StepKind;
import org.xuanpai.posting.people.People;
import org.xuanpai.posting.people.PersonCard;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;

/** Reads for the page of a round and for taking over; for organizers alone. */
@Service
@Transactional(readOnly = true)
public class RoundQueries {

    private static final String HEAD = """
            select id, title, template_id, opened_by from posting_round
            where id = :round and county_id = any (cast(:counties as uuid[])) and organizes(id)""";

    private static final String MEMBERS = """
            select p.id, p.person_name, t.name as township, posting_state_at(p.state, p.office_from, p.office_to, :now) as state
            from posting p join division t on t.id = p.township_id
            where p.round_id = :round and p.county_id = any (cast(:counties as uuid[])) order by t.code, p.id""";

    private static final String CHECKS_DONE = """
            select s.kind from posting_step s join posting p on p.id = s.posting_id
            where p.round_id = :round and p.county_id = any (cast(:counties as uuid[]))
              and p.state not in ('ANNOUNCED', 'WITHDRAWN')
              and s.kind in ('FILE_REVIEW', 'PERSONAL_MATTERS', 'DISCIPLINE_OPINION', 'COMPLAINTS')
            group by s.kind
            having count(distinct p.id) = (select count(*) from posting o
                                           where o.round_id = :round and o.state not in ('ANNOUNCED', 'WITHDRAWN'))""";

    private static final RowMapper<Head> HEAD_ROW = new SimplePropertyRowMapper<>(Head.class);
    private static final RowMapper<RoundPage.Member> MEMBER = new SimplePropertyRowMapper<>(RoundPage.Member.class);

    private final JdbcClient jdbc;
    private final Procedures procedures;
    private final Organizers organizers;
    private final People people;
    private final Divisions divisions;
    private final Clock clock;

    RoundQueries(
            JdbcClient jdbc,
            Procedures procedures,
            Organizers organizers,
            People people,
            Divisions divisions,
            Clock clock) {
        this.jdbc = jdbc;
        this.procedures = procedures;
        this.organizers = organizers;
        this.people = people;
        this.divisions = divisions;
        this.clock = clock;
    }

    /**
     * One round.
     *
     * @throws NotFound for one that the reader does not organize
     */
    @MayArrangePostings
    public RoundPage page(CurrentUser user, UUID round) {
        Head head = of(user, HEAD, round).query(HEAD_ROW).optional().orElseThrow(NotFound::new);
        List<RoundPage.Member> members = of(user, MEMBERS, round)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(MEMBER)
                .list();
        Set<StepKind> done =
                of(user, CHECKS_DONE, round).query((row, n) -> StepKind.valueOf(row.getString(1))).list().stream()
                        .collect(Collectors.toSet());
        Set<UUID> named = named(user, head);
        List<Organizers.Organizer> all = organizers.of(user.scope());
        return new RoundPage(
                head.id(),
                head.title(),
                procedures.of(user, head.templateId()),
                members,
                done,
                jdbc.sql(PostingQueries.ORGANIZERS)
                        .param("round", round)
                        .query((row, n) -> row.getString(1))
                        .list(),
                all.stream().filter(other -> !named.contains(other.accountId())).toList(),
                people(user),
                townships(user),
                today());
    }

    /** Who may be posted today, by pinyin. */
    @MayArrangePostings
    public List<PersonCard> people(CurrentUser user) {
        return people.eligible(user.scope(), today());
    }

    /** Where to, in the order of the codes. */
    @MayArrangePostings
    public List<TownshipView> townships(CurrentUser user) {
        return divisions.industrialTownships(user.scope(), today());
    }

    private Set<UUID> named(CurrentUser user, Head head) {
        Set<UUID> named = new HashSet<>(of(
                        user,
                        "select account_id from round_organizer"
                                + " where round_id = :round and county_id = any (cast(:counties as uuid[]))",
                        head.id())
                .query(UUID.class)
                .list());
        named.add(Objects.requireNonNull(head.openedBy()));
        return named;
    }

    private JdbcClient.StatementSpec of(CurrentUser user, String sql, UUID round) {
        return jdbc.sql(sql)
                .param("round", round)
                .param("counties", user.scope().countyArray());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    record Head(UUID id, String title, @Nullable UUID templateId, UUID openedBy) {}
}
