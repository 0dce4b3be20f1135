package org.xuanpai.posting.people.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.posting.people.People;
import org.xuanpai.posting.people.PersonCard;
import org.xuanpai.posting.people.Sex;
import org.xuanpai.shared.OpenToAll;
import org.xuanpai.shared.Scope;

/** People for other features. */
@Service
@Transactional(readOnly = true)
public class PeopleFacts implements People {

    private static final String INSIDE = "called inside another feature's use case; rows by scope";
    private static final String SEEN = "called inside another feature's use case; rows by row-level security";

    private static final String CARD = """
            select p.id, p.name, p.pinyin, p.sex, p.birth_month, p.education, person_titles(p.id, :day) as titles
            from person p
            where p.county_id = any (cast(:counties as uuid[]))""";

    private final JdbcClient jdbc;
    private final Clock clock;

    PeopleFacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @OpenToAll(INSIDE)
    public Optional<PersonCard> person(Scope scope, UUID id) {
        return cards(scope, " and p.id = :id", LocalDate.now(clock))
                .param("id", id)
                .query(PeopleFacts::card)
                .optional();
    }

    @Override
    @OpenToAll(INSIDE)
    public List<PersonCard> eligible(Scope scope, LocalDate on) {
        return cards(scope, " and person_may_be_posted(p.id, :day) order by p.pinyin, p.id", on)
                .query(PeopleFacts::card)
                .list();
    }

    @Override
    @OpenToAll(SEEN)
    public boolean mayBePosted(UUID person, LocalDate on) {
        return jdbc.sql("select person_may_be_posted(:person, :day)")
                .param("person", person)
                .param("day", on)
                .query(Boolean.class)
                .single();
    }

    @Override
    @OpenToAll(SEEN)
    public Optional<UUID> accountOf(UUID person) {
        return jdbc.sql("select account_id from person where id = :person and account_id is not null")
                .param("person", person)
                .query(UUID.class)
                .optional();
    }

    private JdbcClient.StatementSpec cards(Scope scope, String which, LocalDate day) {
        return jdbc.sql(CARD + which).param("counties", scope.countyArray()).param("day", day);
    }

    private static PersonCard card(ResultSet row, int number) throws SQLException {
        return new PersonCard(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("pinyin"),
                Sex.valueOf(row.getString("sex")),
                YearMonth.from(row.getObject("birth_month", LocalDate.class)),
                row.getString("education"),
                row.getString("titles"));
    }
}
