package org.xuanpai.posting.people.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.account.Accounts;
import org.xuanpai.posting.people.AssignmentKind;
import org.xuanpai.posting.people.MayEditPeople;
import org.xuanpai.posting.people.MayReadPeople;
import org.xuanpai.posting.people.OfficeKind;
import org.xuanpai.posting.people.Sex;
import org.xuanpai.posting.people.service.OfficeRow.ProposedEnd;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Permission;

/** One person with offices, portfolios and assignments: four statements, and one more for the account. */
@Service
@Transactional(readOnly = true)
public class PersonQueries {

    private static final String IN_SCOPE = "x.county_id = any (cast(:counties as uuid[]))";

    private static final String PERSON = """
            select x.id, x.version, x.name, x.pinyin, x.sex, x.birth_month, x.education, x.account_id,
                   person_titles(x.id, :day) as titles, person_may_be_posted(x.id, :day) as postable
            from person x where x.id = :person and """ + " " + IN_SCOPE;

    private static final String OFFICES = """
            select x.*, t.name as township, e.id as end_id, e.ends_on as end_ends_on, e.reason as end_reason,
                   e.proposed_by as end_proposed_by, e.proposed_by_name as end_proposed_by_name, e.proposed_at as end_proposed_at,
                   e.confirmed_by_name as end_confirmed_by_name, e.confirmed_at as end_confirmed_at
            from person_office x
            left join division t on t.id = x.township_id
            left join person_office_end e on e.office_id = x.id and e.confirmed_by is null and e.withdrawn_at is null
            where x.person_id = :person and x.withdrawn_at is null and """ + " " + IN_SCOPE + " order by x.valid_from desc, x.id";

    private static final String PORTFOLIOS = """
            select x.* from person_portfolio x where x.person_id = :person and """ + " " + IN_SCOPE + " order by x.valid_from desc, x.id";

    private static final String ASSIGNMENTS = """
            select x.*, concat(t.name, v.name) as place
            from person_assignment x
            join division t on t.id = x.township_id
            left join division v on v.id = x.village_id
            where x.person_id = :person and x.withdrawn_at is null and """ + " " + IN_SCOPE + " order by x.valid_from desc, x.id";

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Clock clock;

    PersonQueries(JdbcClient jdbc, Accounts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Somebody of the user's counties.
     *
     * @throws NotFound for anybody else
     */
    @MayReadPeople
    public PersonView person(CurrentUser user, UUID id) {
        return of(user, PERSON, id)
                .param("day", LocalDate.now(clock))
                .query((row, n) -> view(user, row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /**
     * Somebody for a form about them.
     *
     * @throws NotFound for anybody of another county
     */
    @MayEditPeople
    public PersonView personToEdit(CurrentUser user, UUID id) {
        return person(user, id);
    }

    private PersonView view(CurrentUser user, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        boolean details = user.may(Permission.EDIT_PEOPLE);
        return new PersonView(
                id,
                row.getLong("version"),
                row.getString("name"),
                row.getString("pinyin"),
                Sex.valueOf(row.getString("sex")),
                details ? YearMonth.from(row.getObject("birth_month", LocalDate.class)) : null,
                row.getString("education"),
                details ? username(user, row.getObject("account_id", UUID.class)) : null,
                row.getString("titles"),
                row.getBoolean("postable"),
                of(user, OFFICES, id).query(PersonQueries::office).list(),
                of(user, PORTFOLIOS, id).query(PersonQueries::portfolio).list(),
                of(user, ASSIGNMENTS, id).query(PersonQueries::assignment).list());
    }

    private @Nullable String username(CurrentUser user, @Nullable UUID account) {
        return Optional.ofNullable(account)
                .flatMap(known -> accounts.byId(user.scope(), known))
                .map(Accounts.AccountView::username)
                .orElse(null);
    }

    private JdbcClient.StatementSpec of(CurrentUser user, String sql, UUID person) {
        return jdbc.sql(sql)
                .param("person", person)
                .param("counties", user.scope().countyArray());
    }

    private static OfficeRow office(ResultSet row, int number) throws SQLException {
        UUID end = row.getObject("end_id", UUID.class);
        return new OfficeRow(
                row.getObject("id", UUID.class),
                OfficeKind.valueOf(row.getString("kind")),
                row.getString("township"),
                row.getString("title"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                Decision.of(row, ""),
                end == null
                        ? null
                        : new ProposedEnd(
                                end,
                                row.getObject("end_ends_on", LocalDate.class),
                                row.getString("end_reason"),
                                Decision.of(row, "end_")));
    }

    private static PortfolioRow portfolio(ResultSet row, int number) throws SQLException {
        return new PortfolioRow(
                row.getObject("id", UUID.class),
                row.getString("work"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("entered_by_name"),
                row.getString("ended_by_name"));
    }

    private static AssignmentRow assignment(ResultSet row, int number) throws SQLException {
        return new AssignmentRow(
                row.getObject("id", UUID.class),
                AssignmentKind.valueOf(row.getString("kind")),
                row.getString("place"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("document"),
                Decision.of(row, ""),
                row.getString("ended_by_name"));
    }
}
