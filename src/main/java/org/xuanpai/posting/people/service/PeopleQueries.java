package org.xuanpai.posting.people.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.platform.Pager;
import org.xuanpai.posting.people.MayReadPeople;
import org.xuanpai.posting.people.Sex;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Permission;

/** The list of people, by pinyin; liaisons and secondments in columns of their own (clause B3). */
@Service
@Transactional(readOnly = true)
public class PeopleQueries {

    /** Rows on a page. */
    static final int SIZE = 50;

    private static final int FETCHED = 1_000;

    private static final String SELECT = """
            select p.id, p.name, p.pinyin, p.sex, p.birth_month, p.education, person_titles(p.id, :day) as titles,
                   person_portfolios(p.id, :day) as portfolios, person_places(p.id, 'LIAISON', :day) as liaisons,
                   person_places(p.id, 'SECONDMENT', :day) as secondments, person_proposals(p.id) as waiting
            """;

    private static final String FOUND = """
            from person p
            where p.county_id = any (cast(:counties as uuid[]))
              and (:text = '' or strpos(p.name, :text) > 0
                   or :latin <> '' and (strpos(replace(p.pinyin, ' ', ''), :latin) > 0 or starts_with(p.initials, :latin)))
              and (:kind = ''
                   or :kind = 'WAITING' and person_proposals(p.id) > 0
                   or exists (select from person_office x
                              where x.person_id = p.id and x.kind = :kind and x.confirmed_by is not null
                                and x.valid_from <= :day and (x.valid_to is null or x.valid_to > :day))
                   or exists (select from person_assignment x
                              where x.person_id = p.id and x.kind = :kind and x.confirmed_by is not null
                                and x.valid_from <= :day and (x.valid_to is null or x.valid_to > :day)))
            """;

    private static final String IN_ORDER = "order by p.pinyin, p.id ";

    private final JdbcClient jdbc;
    private final Clock clock;

    PeopleQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A page of people.
     *
     * @param text part of a name or its pinyin, or the beginning of its initials; empty for all
     * @param kind whom to show; empty for all
     * @param page its number as asked for
     */
    @MayReadPeople
    public PeopleList list(CurrentUser user, String text, Optional<PeopleKind> kind, @Nullable String page) {
        long total = select("select count(*) " + FOUND, user, text, kind)
                .query(Long.class)
                .single();
        Pager pager = Pager.of(page, SIZE, total);
        return new PeopleList(
                select(SELECT + FOUND + IN_ORDER + "limit :limit offset :offset", user, text, kind)
                        .param("limit", pager.size())
                        .param("offset", pager.offset())
                        .query((row, n) -> row(user, row))
                        .list(),
                pager,
                user.may(Permission.EDIT_PEOPLE));
    }

    /** All pages, for a file. */
    void forEach(CurrentUser user, String text, Optional<PeopleKind> kind, Consumer<PersonRow> taker) {
        select(SELECT + FOUND + IN_ORDER, user, text, kind)
                .withFetchSize(FETCHED)
                .query(row -> {
                    taker.accept(row(user, row));
                });
    }

    private JdbcClient.StatementSpec select(String sql, CurrentUser user, String text, Optional<PeopleKind> kind) {
        return jdbc.sql(sql)
                .param("counties", user.scope().countyArray())
                .param("day", LocalDate.now(clock))
                .param("text", text.strip())
                .param("latin", Pinyin.sought(text))
                .param("kind", kind.map(Enum::name).orElse(""));
    }

    private static PersonRow row(CurrentUser user, ResultSet row) throws SQLException {
        LocalDate birthMonth = row.getObject("birth_month", LocalDate.class);
        return new PersonRow(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("pinyin"),
                Sex.valueOf(row.getString("sex")),
                user.may(Permission.EDIT_PEOPLE) ? YearMonth.from(birthMonth).toString() : null,
                row.getString("education"),
                row.getString("titles"),
                row.getString("portfolios"),
                row.getString("liaisons"),
                row.getString("secondments"),
                row.getInt("waiting"));
    }
}
