package org.xuanpai.posting.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.fixture.AtOnce;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.posting.people.service.AssignmentService;
import org.xuanpai.posting.people.service.OfficeService;
import org.xuanpai.posting.people.service.PeopleKind;
import org.xuanpai.posting.people.service.PeopleQueries;
import org.xuanpai.posting.people.service.PersonInput;
import org.xuanpai.posting.people.service.PersonQueries;
import org.xuanpai.posting.people.service.PersonRow;
import org.xuanpai.posting.people.service.PersonService;
import org.xuanpai.posting.people.service.PortfolioService;
import org.xuanpai.posting.people.service.ProposeAssignment;
import org.xuanpai.posting.people.service.ProposeOffice;
import org.xuanpai.shared.AlreadyConfirmed;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.NotTheProposer;
import org.xuanpai.shared.Role;
import org.xuanpai.shared.Scope;
import org.xuanpai.shared.SecondPersonNeeded;
import org.xuanpai.shared.StaleVersion;

/** Who may be posted follows from offices that two persons decided (clause B1); liaisons and secondments give nothing (B3). */
@IntegrationTest
class PeopleIT {

    private static final LocalDate FROM = LocalDate.of(2024, 3, 1);
    private static final LocalDate TO = LocalDate.of(2026, 3, 1);

    @Autowired
    private Given given;

    @Autowired
    private PersonService people;

    @Autowired
    private OfficeService offices;

    @Autowired
    private PortfolioService portfolios;

    @Autowired
    private AssignmentService assignments;

    @Autowired
    private PersonQueries persons;

    @Autowired
    private PeopleQueries lists;

    @Autowired
    private People facts;

    @Autowired
    private Database database;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private MutableClock clock;

    private TestCounty county;
    private CurrentUser first;
    private CurrentUser second;

    @BeforeEach
    void aCounty() {
        clock.set("2026-11-10T09:00");
        county = given.county(2, 0, 1);
        first = county.first().user();
        second = county.second().user();
    }

    @Test
    void anOfficeCountsFromItsDayOnceASecondPersonConfirmedIt() {
        UUID person = enter("单雄信", "");
        UUID office = propose(person, OfficeKind.DEPUTY_COUNTY_HEAD, null, FROM, null);
        assertThat(mayBePosted(person, FROM)).isFalse();

        run(second, () -> offices.confirm(second, person, office));

        assertThat(mayBePosted(person, FROM.minusDays(1))).isFalse();
        assertThat(mayBePosted(person, FROM)).isTrue();
        assertThat(eligible(FROM)).extracting(PersonCard::id).containsExactly(person);
        PersonCard card = card(person);
        assertThat(card)
                .isEqualTo(
                        new PersonCard(person, "单雄信", "shan xiong xin", Sex.MALE, YearMonth.of(1975, 6), "大学", "副县长"));
    }

    @Test
    void anOfficeEndsOnItsDayOnceASecondPersonConfirmedIt() {
        UUID person = enter("沈知远", "");
        UUID office = confirmed(person, OfficeKind.STANDING_COMMITTEE_MEMBER, null, FROM, null);
        UUID end = call(first, () -> offices.proposeEnd(first, person, office, TO, "调任"));
        assertThat(mayBePosted(person, TO)).isTrue();

        assertThatThrownBy(() -> run(first, () -> offices.confirmEnd(first, person, office, end)))
                .isInstanceOf(SecondPersonNeeded.class);
        assertThat(mayBePosted(person, TO)).isTrue();
        run(second, () -> offices.confirmEnd(second, person, office, end));

        assertThat(mayBePosted(person, TO.minusDays(1))).isTrue();
        assertThat(mayBePosted(person, TO)).isFalse();
        assertThatThrownBy(() -> run(second, () -> offices.confirmEnd(second, person, office, end)))
                .isInstanceOf(AlreadyConfirmed.class);
        assertThatThrownBy(() -> call(first, () -> offices.proposeEnd(first, person, office, TO, "退休")))
                .isInstanceOf(OfficeEnded.class);
    }

    @Test
    void oneEndOfAnOfficeIsProposedAtATime() {
        UUID person = enter("沈知远", "");
        UUID office = confirmed(person, OfficeKind.STANDING_COMMITTEE_MEMBER, null, FROM, null);
        UUID end = call(first, () -> offices.proposeEnd(first, person, office, TO, "调任"));

        assertThatThrownBy(() -> call(second, () -> offices.proposeEnd(second, person, office, TO, "调任")))
                .isInstanceOf(EndProposedAlready.class);
        assertThatThrownBy(() -> run(second, () -> offices.withdrawEnd(second, person, office, end)))
                .isInstanceOf(NotTheProposer.class);
        run(first, () -> offices.withdrawEnd(first, person, office, end));
        call(second, () -> offices.proposeEnd(second, person, office, TO, "调任"));
    }

    @Test
    void aTownshipPartySecretaryIsNotPosted() {
        UUID person = enter("吴远帆", "");
        confirmed(person, OfficeKind.TOWNSHIP_PARTY_SECRETARY, county.township(), FROM, null);

        assertThat(mayBePosted(person, TO)).isFalse();
        assertThat(eligible(TO)).isEmpty();
        assertThat(card(person).titles()).isEqualTo("副县长");
    }

    @Test
    void aTownshipHasOnePartySecretaryAtATime() {
        UUID before = enter("吴远帆", "");
        UUID after = enter("陈守田", "");
        confirmed(before, OfficeKind.TOWNSHIP_PARTY_SECRETARY, county.township(), FROM, TO);
        UUID early = propose(after, OfficeKind.TOWNSHIP_PARTY_SECRETARY, county.township(), TO.minusDays(1), null);

        assertThatThrownBy(() -> run(second, () -> offices.confirm(second, after, early)))
                .isInstanceOf(PartySecretaryThere.class);
        run(first, () -> offices.withdraw(first, after, early));
        confirmed(after, OfficeKind.TOWNSHIP_PARTY_SECRETARY, county.township(), TO, null);
        confirmed(
                before, OfficeKind.TOWNSHIP_PARTY_SECRETARY, county.townships().get(1), FROM, null);
    }

    @Test
    void nobodyHoldsTheSameOfficeTwiceAtATime() {
        UUID person = enter("沈知远", "");
        confirmed(person, OfficeKind.DEPUTY_COUNTY_HEAD, null, FROM, TO);
        UUID again = propose(person, OfficeKind.DEPUTY_COUNTY_HEAD, null, TO.minusDays(1), null);

        assertThatThrownBy(() -> run(second, () -> offices.confirm(second, person, again)))
                .isInstanceOf(OfficeHeldAlready.class);
        confirmed(person, OfficeKind.STANDING_COMMITTEE_MEMBER, null, FROM, null);
    }

    @Test
    void oneProposalOfAnOfficeIsOpenAlsoWhenTwoProposeAtOnce() {
        UUID person = enter("沈知远", "");

        List<Throwable> refused = AtOnce.run(
                2,
                first,
                () -> offices.propose(
                        first, person, new ProposeOffice(OfficeKind.DEPUTY_COUNTY_HEAD, null, "副县长", FROM, null)));

        assertThat(refused)
                .hasSize(1)
                .allSatisfy(thrown -> assertThat(thrown).isInstanceOf(OfficeProposedAlready.class));
    }

    @Test
    void foreignAndMissingPeopleLookAlike() {
        UUID person = enter("沈知远", "");
        UUID office = propose(person, OfficeKind.DEPUTY_COUNTY_HEAD, null, FROM, null);
        CurrentUser stranger = given.county().first().user();

        assertThatThrownBy(() -> run(stranger, () -> offices.confirm(stranger, person, office)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> call(stranger, () -> persons.person(stranger, person)))
                .isInstanceOf(NotFound.class);
        assertThat(call(stranger, () -> facts.person(stranger.scope(), person))).isEmpty();
        assertThat(call(stranger, () -> facts.person(Scope.county(county.id()), person)))
                .isEmpty();
        assertThat(call(stranger, () -> facts.mayBePosted(person, TO))).isFalse();
        assertThat(call(stranger, () -> list(stranger, "", null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PARTY_SECRETARY", "FIRST_SECRETARY", "TOWNSHIP_CLERK"})
    void townshipsSeeNobodyOfTheCounty(Role role) {
        UUID person = enter("沈知远", "");
        CurrentUser user = given.person(role, county.township()).user();

        assertThat(call(user, () -> facts.person(Scope.county(county.id()), person)))
                .isEmpty();
        assertThat(call(user, () -> facts.accountOf(person))).isEmpty();
    }

    @Test
    void anAccountBelongsToOnePersonAndHasADutyInTheCounty() {
        CurrentUser leader = given.person(Role.COUNTY_LEADER, county.id()).user();
        String stranger = given.county().first().username();
        UUID person = call(first, () -> people.enter(first, input("沈知远", "", leader.username())));

        assertThat(call(first, () -> facts.accountOf(person))).contains(leader.accountId());
        assertThatThrownBy(() -> call(first, () -> people.enter(first, input("另一人", "", leader.username()))))
                .isInstanceOf(AccountLinkedAlready.class);
        assertThatThrownBy(() -> call(first, () -> people.enter(first, input("另一人", "", stranger))))
                .isInstanceOf(AccountUnknown.class);
        assertThat(call(first, () -> list(first, "", null))).hasSize(1);
    }

    @Test
    void pinyinIsMadeFromTheNameAndCorrectedByWhoeverKnowsBetter() {
        UUID person = enter("单雄信", "dan xiong xin");
        assertThat(card(person).pinyin()).isEqualTo("dan xiong xin");

        run(first, () -> people.correct(first, person, 0, input("单雄信", "Shàn Xióng Xìn", "")));
        assertThat(card(person).pinyin()).isEqualTo("shan xiong xin");
        assertThatThrownBy(() -> run(first, () -> people.correct(first, person, 0, input("单雄信", "", ""))))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> enter("王\uE000", "")).isInstanceOf(PinyinUnknown.class);
        assertThatThrownBy(() -> enter("王明", "王")).isInstanceOf(PinyinUnreadable.class);
        enter("王\uE000", "wang biang");
    }

    @ParameterizedTest
    @CsvSource({
        "沈, 1",
        "知远, 1",
        "shen, 1",
        "shenzhi, 1",
        "Shen Zhi, 1",
        "szy, 1",
        "sz, 1",
        "zy, 0",
        "shan, 1",
        "s, 2",
        "'%', 0",
        "_, 0",
        "'', 2",
        "nobody, 0"
    })
    void peopleAreFoundByNamePinyinAndInitials(String text, int found) {
        enter("沈知远", "");
        enter("单雄信", "");

        assertThat(call(first, () -> list(first, text, null))).hasSize(found);
    }

    @Test
    void theListShowsOneKindAndKeepsLiaisonAndSecondmentApart() {
        UUID head = enter("沈知远", "");
        confirmed(head, OfficeKind.DEPUTY_COUNTY_HEAD, null, FROM, null);
        UUID village = villageOf(county.township());
        assign(head, AssignmentKind.LIAISON, village, null);
        UUID clerk = enter("邹雨晴", "");
        assign(clerk, AssignmentKind.SECONDMENT, null, null);
        call(first, () -> portfolios.enter(first, head, "工业和信息化", FROM, null));
        propose(clerk, OfficeKind.DEPUTY_COUNTY_HEAD, null, FROM, null);

        assertThat(ids(PeopleKind.DEPUTY_COUNTY_HEAD)).containsExactly(head);
        assertThat(ids(PeopleKind.STANDING_COMMITTEE_MEMBER)).isEmpty();
        assertThat(ids(PeopleKind.LIAISON)).containsExactly(head);
        assertThat(ids(PeopleKind.SECONDMENT)).containsExactly(clerk);
        assertThat(ids(PeopleKind.WAITING)).containsExactly(clerk);
        PersonRow row = call(first, () -> list(first, "", PeopleKind.LIAISON)).get(0);
        assertThat(row.liaisons()).startsWith("镇").contains("村");
        assertThat(row.secondments()).isEmpty();
        assertThat(row.portfolios()).isEqualTo("工业和信息化");
        assertThat(row.titles()).isEqualTo("副县长");
    }

    @Test
    void leadersSeeNoBirthMonths() {
        UUID person = enter("沈知远", "");
        CurrentUser leader = given.person(Role.COUNTY_LEADER, county.id()).user();

        assertThat(call(leader, () -> persons.person(leader, person)).birthMonth())
                .isNull();
        assertThat(call(leader, () -> list(leader, "", null)).get(0).birthMonth())
                .isNull();
        assertThat(call(first, () -> persons.person(first, person)).birthMonth())
                .isEqualTo(YearMonth.of(1975, 6));
    }

    @Test
    void anAssignmentIsConfirmedByASecondPersonAndGivesNothing() {
        UUID person = enter("邹雨晴", "");
        UUID assignment = call(
                first, () -> assignments.propose(first, person, assignment(AssignmentKind.SECONDMENT, "", FROM, null)));
        assertThat(ids(PeopleKind.SECONDMENT)).isEmpty();
        assertThatThrownBy(() -> run(first, () -> assignments.confirm(first, person, assignment)))
                .isInstanceOf(SecondPersonNeeded.class);

        run(second, () -> assignments.confirm(second, person, assignment));

        assertThat(ids(PeopleKind.SECONDMENT)).containsExactly(person);
        assertThat(mayBePosted(person, TO)).isFalse();
        run(first, () -> assignments.end(first, person, assignment, TO));
        assertThat(ids(PeopleKind.SECONDMENT)).isEmpty();
        assertThatThrownBy(() -> run(first, () -> assignments.end(first, person, assignment, TO)))
                .isInstanceOf(AssignmentEnded.class);
    }

    @Test
    void theSameAssignmentIsOnRecordOnceAtATime() {
        UUID person = enter("邹雨晴", "");
        assign(person, AssignmentKind.LIAISON, null, TO);
        UUID again = call(
                first,
                () -> assignments.propose(
                        first, person, assignment(AssignmentKind.LIAISON, "", TO.minusDays(1), null)));

        assertThatThrownBy(() -> run(second, () -> assignments.confirm(second, person, again)))
                .isInstanceOf(AssignmentThere.class);
        assertThatThrownBy(() -> call(
                        first,
                        () -> assignments.propose(first, person, assignment(AssignmentKind.LIAISON, "", TO, null))))
                .isInstanceOf(AssignmentProposedAlready.class);
        assertThatThrownBy(() -> call(
                        first,
                        () -> assignments.propose(first, person, assignment(AssignmentKind.LIAISON, "无此村", TO, null))))
                .isInstanceOf(VillageUnknown.class);
    }

    @Test
    void aPortfolioIsEnteredAndEndedOnce() {
        UUID person = enter("沈知远", "");
        UUID portfolio = call(first, () -> portfolios.enter(first, person, "工业", FROM, null));

        assertThatThrownBy(() -> call(first, () -> portfolios.enter(first, person, "工业", TO, null)))
                .isInstanceOf(PortfolioThere.class);
        run(second, () -> portfolios.end(second, person, portfolio, TO));
        assertThatThrownBy(() -> run(second, () -> portfolios.end(second, person, portfolio, TO)))
                .isInstanceOf(PortfolioEnded.class);
        call(first, () -> portfolios.enter(first, person, "工业", TO, null));
    }

    @Test
    void anOfficeIsInATownshipOfTheCounty() {
        UUID person = enter("吴远帆", "");
        UUID foreign = given.county().township();

        for (UUID township : List.of(foreign, county.id(), UUID.randomUUID())) {
            assertThatThrownBy(() -> propose(person, OfficeKind.TOWNSHIP_PARTY_SECRETARY, township, FROM, null))
                    .isInstanceOf(TownshipUnknown.class);
        }
        assertThatThrownBy(() -> propose(
                        person, OfficeKind.TOWNSHIP_PARTY_SECRETARY, county.township(), Given.SINCE.minusDays(1), null))
                .isInstanceOf(TownshipUnknown.class);
    }

    /** As the application's role, past the services. */
    @Test
    void theDatabaseItselfKeepsTheRules() {
        UUID person = enter("沈知远", "");
        UUID office = propose(person, OfficeKind.DEPUTY_COUNTY_HEAD, null, FROM, null);
        String confirm =
                "update person_office set confirmed_by = '%s', confirmed_by_name = 'x', confirmed_at = acting_now()"
                        + " where id = '" + office + "'";

        refused(first, confirm.formatted(first.accountId()), "person_office_two_persons");
        refused(first, confirm.formatted(second.accountId()), "person_office_changes_by_two");
        refused(
                second,
                confirm.formatted(second.accountId()).replace(" where", ", valid_to = date '2099-01-01' where"),
                "person_office_changes_by_two");
        refused(second, "update person_office set title = 'x' where id = '" + office + "'", "denied");
        refused(first, "delete from person_office where id = '" + office + "'", "denied");
        run(second, () -> offices.confirm(second, person, office));
        refused(
                second,
                "update person_office set valid_to = date '2025-01-01' where id = '" + office + "'",
                "person_office_changes_by_two");
        refused(second, insertOffice(person, "DEPUTY_COUNTY_HEAD", "2099-01-01", "2098-01-01"), "dates_in_order");
        refused(second, insertOffice(person, "GOVERNOR", "2024-01-01", "2025-01-01"), "person_office_kind_known");
        refused(
                second,
                insertOffice(person, "TOWNSHIP_PARTY_SECRETARY", "2024-01-01", "2025-01-01"),
                "person_office_township_of_party_secretary");
    }

    @Test
    void theDatabaseItselfKeepsLiaisonsAndSecondmentsFromBeingPostings() {
        UUID person = enter("沈知远", "");
        UUID assignment = assign(person, AssignmentKind.LIAISON, null, null);
        String set = "update person_assignment set %s where id = '" + assignment + "'";

        refused(first, insertAssignment(person, "POSTING"), "person_assignment_is_never_a_posting");
        refused(first, set.formatted("kind = 'SECONDMENT'"), "denied");
        refused(first, set.formatted("valid_to = date '2030-01-01'"), "person_assignment_changes_once");
        refused(first, set.formatted("withdrawn_at = acting_now()"), "person_assignment_changes_once");
    }

    @Test
    void nobodyIsTakenAwayOrMovedToAnotherCounty() {
        UUID person = enter("沈知远", "");

        refused(first, "delete from person where id = '" + person + "'", "denied");
        refused(
                first,
                "update person set county_id = '" + given.county().id() + "' where id = '" + person + "'",
                "denied");
        refused(first, "update person set pinyin = 'Shen' where id = '" + person + "'", "person_pinyin_is_syllables");
        refused(first, "update person set name = ' ' where id = '" + person + "'", "person_name_given");
        refused(
                first,
                "update person set birth_month = date '1975-06-02' where id = '" + person + "'",
                "person_birth_month");
    }

    private static String insertOffice(UUID person, String kind, String from, String to) {
        return """
                insert into person_office (id, county_id, person_id, kind, title, valid_from, valid_to, proposed_by, proposed_by_name,
                                           proposed_at)
                select gen_random_uuid(), county_id, id, '%s', 'x', date '%s', date '%s', acting_account(), 'x', acting_now()
                from person where id = '%s'""".formatted(kind, from, to, person);
    }

    private String insertAssignment(UUID person, String kind) {
        return """
                insert into person_assignment (id, county_id, person_id, kind, township_id, valid_from, document, proposed_by,
                                               proposed_by_name, proposed_at)
                select gen_random_uuid(), county_id, id, '%s', '%s', date '2024-01-01', 'x', acting_account(), 'x', acting_now()
                from person where id = '%s'""".formatted(kind, county.township(), person);
    }

    private void refused(CurrentUser user, String sql, String why) {
        assertThatThrownBy(() -> run(
                        user, () -> new TransactionTemplate(transactions).executeWithoutResult(t -> jdbc.update(sql))))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining(why);
    }

    private UUID enter(String name, String pinyin) {
        return call(first, () -> people.enter(first, input(name, pinyin, "")));
    }

    private static PersonInput input(String name, String pinyin, String username) {
        return new PersonInput(name, pinyin, Sex.MALE, YearMonth.of(1975, 6), "大学", username);
    }

    private UUID propose(
            UUID person, OfficeKind kind, @Nullable UUID township, LocalDate from, @Nullable LocalDate to) {
        return call(first, () -> offices.propose(first, person, new ProposeOffice(kind, township, "副县长", from, to)));
    }

    private UUID confirmed(
            UUID person, OfficeKind kind, @Nullable UUID township, LocalDate from, @Nullable LocalDate to) {
        UUID office = propose(person, kind, township, from, to);
        run(second, () -> offices.confirm(second, person, office));
        return office;
    }

    private ProposeAssignment assignment(AssignmentKind kind, String village, LocalDate from, @Nullable LocalDate to) {
        return new ProposeAssignment(kind, county.township(), village, from, to, "清委办发〔2024〕6号");
    }

    private UUID assign(UUID person, AssignmentKind kind, @Nullable UUID village, @Nullable LocalDate to) {
        String code = village == null
                ? ""
                : String.valueOf(database.owner()
                        .queryForObject("select code from division where id = ?", String.class, village));
        UUID assignment = call(first, () -> assignments.propose(first, person, assignment(kind, code, FROM, to)));
        run(second, () -> assignments.confirm(second, person, assignment));
        return assignment;
    }

    private UUID villageOf(UUID township) {
        return java.util.Objects.requireNonNull(database.owner()
                .queryForObject("select id from division where parent_id = ? limit 1", UUID.class, township));
    }

    private List<PersonRow> list(CurrentUser user, String text, @Nullable PeopleKind kind) {
        return lists.list(user, text, Optional.ofNullable(kind), null).rows();
    }

    private List<UUID> ids(PeopleKind kind) {
        return call(first, () -> list(first, "", kind)).stream()
                .map(PersonRow::id)
                .toList();
    }

    private PersonCard card(UUID person) {
        return call(first, () -> facts.person(first.scope(), person)).orElseThrow();
    }

    private List<PersonCard> eligible(LocalDate day) {
        return call(first, () -> facts.eligible(first.scope(), day));
    }

    private boolean mayBePosted(UUID person, LocalDate day) {
        return call(first, () -> facts.mayBePosted(person, day));
    }

    private static void run(CurrentUser user, Runnable work) {
        ScopeContext.run(user, work);
    }

    private static <T> T call(CurrentUser user, Supplier<T> work) {
        return ScopeContext.call(user, work);
    }
}
