package org.xuanpai.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.platform.CurrentUsers;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.posting.people.AccountStays;
import org.xuanpai.posting.people.Sex;
import org.xuanpai.posting.people.service.PersonInput;
import org.xuanpai.posting.people.service.PersonService;
import org.xuanpai.posting.service.PostingPage;
import org.xuanpai.posting.service.PostingQueries;
import org.xuanpai.posting.service.ProcedureService;
import org.xuanpai.posting.service.ProposePosting;
import org.xuanpai.posting.service.RoundQueries;
import org.xuanpai.posting.service.TakeOver;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.NotTheProposer;
import org.xuanpai.shared.Role;
import org.xuanpai.shared.SecondPersonNeeded;

/** From the proposal to the office and out of it, through the services and on the database. */
@IntegrationTest
class PostingProcedureIT {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 6);

    @Autowired
    private Given given;

    @Autowired
    private MutableClock clock;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Database database;

    @Autowired
    private CurrentUsers users;

    @Autowired
    private PostingQueries queries;

    @Autowired
    private RoundQueries roundQueries;

    @Autowired
    private ProcedureService procedures;

    private TestCounty county;
    private Person leader;
    private UUID person;

    @BeforeEach
    void aCountyAndALeader() {
        clock.set("2026-03-02T09:00");
        county = given.county(2, 1, 0);
        leader = given.person(Role.COUNTY_LEADER, county.id());
        person = given.countyLeader(leader, county);
    }

    @Test
    void rightsBeginWithTheNoticeGrowWithTheOfficeAndEndWithTheTermByTheirInstants() {
        Appointments made = begun().upTo(StepKind.DECIDED);
        assertThat(roles()).containsExactly(Role.COUNTY_LEADER);

        made.at(made.day().plusDays(1)).publish(made.day().plusDays(1));
        LocalDate first = made.day().plusDays(1);
        assertThat(rolesAt(first.atStartOfDay().toString())).contains(Role.FIRST_SECRETARY_DESIGNATE);
        clock.set(instant(first).minusMillis(1));
        assertThat(roles()).containsExactly(Role.COUNTY_LEADER);

        made.at(LocalDate.of(2026, 3, 16)).record(StepKind.NOTICE_CLOSED);
        made.papers();
        LocalDate office = LocalDate.of(2026, 3, 20);
        made.announce(office);
        assertThat(roles()).contains(Role.FIRST_SECRETARY_DESIGNATE).doesNotContain(Role.FIRST_SECRETARY);
        clock.set(instant(office).minusMillis(1));
        assertThat(roles()).contains(Role.FIRST_SECRETARY_DESIGNATE).doesNotContain(Role.FIRST_SECRETARY);
        // nothing runs at the instant: whoever asks first after it is answered right
        clock.set(instant(office));
        assertThat(roles()).containsExactly(Role.FIRST_SECRETARY, Role.COUNTY_LEADER);
        assertThat(state(made)).isEqualTo(PostingState.IN_OFFICE);

        made.at(LocalDate.of(2026, 6, 1));
        LocalDate last = LocalDate.of(2026, 6, 30);
        made.as(user -> made.postings.end(user, made.posting, EndKind.TRANSFERRED, last, made.entry()));
        clock.set(instant(last.plusDays(1)).minusMillis(1));
        assertThat(roles()).contains(Role.FIRST_SECRETARY);
        clock.set(instant(last.plusDays(1)));
        assertThat(roles()).containsExactly(Role.COUNTY_LEADER);
        assertThat(state(made)).isEqualTo(PostingState.ENDED);
    }

    @Test
    void beforeTheNoticeOnlyItsOrganizersKnowOfIt() {
        Appointments made = begun().upTo(StepKind.DECIDED);
        CurrentUser second = county.second().user();

        for (CurrentUser other : List.of(
                second,
                leader.user(),
                given.person(Role.PARTY_SECRETARY, county.township()).user())) {
            assertThat(list(other)).noneMatch(row -> row.id() != null);
            assertThatThrownBy(() -> page(other, made)).isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> as(second, () -> roundQueries.page(second, made.round)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () -> as(second, () -> made.rounds.record(second, made.round, StepKind.NOTICE, made.entry())))
                .isInstanceOf(NotFound.class);
        assertThat(database.owner()
                        .queryForList(
                                "select subject || details from trail_entry where subject_id in (?, ?)",
                                String.class,
                                made.round.toString(),
                                made.posting.toString()))
                .isNotEmpty()
                .noneMatch(text -> text.contains(leader.user().displayName()));

        made.as(user -> made.rounds.name(user, made.round, second.accountId()));
        assertThat(page(second, made).head().personName())
                .isEqualTo(leader.user().displayName());

        made.at(made.day().plusDays(1)).publish(made.day().plusDays(1));
        assertThat(page(leader.user(), made).objections()).isEmpty();
        assertThat(list(leader.user())).anyMatch(row -> made.posting.equals(row.id()));
    }

    @Test
    void nobodyElseActs() {
        Appointments made = begun().upTo(StepKind.NOTICE_CLOSED);
        for (Role role : Role.values()) {
            if (role.isSystem() || role == Role.COUNTY_ORGANIZER) {
                continue;
            }
            CurrentUser other = new CurrentUser(
                    leader.user().accountId(),
                    leader.username(),
                    leader.user().displayName(),
                    null,
                    role,
                    leader.user().scope(),
                    "");
            assertThatThrownBy(() ->
                            as(other, () -> made.postings.record(other, made.posting, StepKind.TALK, made.entry())))
                    .as("%s", role)
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void anObjectionStandsInTheWayUntilItIsConcludedAsHarmless() {
        Appointments made = begun().upTo(StepKind.NOTICE_CLOSED);
        made.papers();
        UUID objection = ScopeContext.call(
                made.organizer(),
                () -> made.objections.receive(
                        made.organizer(), made.posting, made.day(), ObjectionWay.CALL, true, "分管的执法与该镇企业有关"));

        assertThatThrownBy(() -> made.announce(made.day())).isInstanceOf(ObjectionsOpen.class);
        made.as(user -> made.objections.conclude(user, made.posting, objection, "已核查", "属实", false));
        assertThatThrownBy(() -> made.announce(made.day())).isInstanceOf(ObjectionsOpen.class);
        assertThatThrownBy(() ->
                        made.as(user -> made.objections.conclude(user, made.posting, objection, "再查", "不属实", true)))
                .isInstanceOf(ObjectionConcluded.class);
        made.as(user -> made.postings.withdraw(user, made.posting, made.entry()));
        assertThat(roles()).containsExactly(Role.COUNTY_LEADER);
    }

    @Test
    void whatIsSplitOffTakesItsObjectionsAndItsOrganizersAlong() {
        Appointments made = begun().upTo(StepKind.NOTICE_CLOSED);
        CurrentUser opener = made.organizer();
        CurrentUser other = county.second().user();
        ScopeContext.call(
                opener,
                () -> made.objections.receive(opener, made.posting, made.day(), ObjectionWay.CALL, true, "分管的执法"));
        as(opener, () -> made.rounds.name(opener, made.round, other.accountId()));

        UUID alone = ScopeContext.call(other, () -> made.rounds.split(other, made.posting, "2026 第一批（单办）"));
        CurrentUser newcomer = given.person(Role.COUNTY_ORGANIZER, county.id()).user();
        as(other, () -> made.rounds.name(other, alone, newcomer.accountId()));

        assertThat(page(opener, made).objections()).as("the opener's").hasSize(1);
        assertThat(page(newcomer, made).objections())
                .as("who never knew the first round")
                .hasSize(1);
        assertThatThrownBy(() -> as(
                        newcomer,
                        () -> made.postings.record(newcomer, made.posting, StepKind.APPOINTMENT, made.entry())))
                .isInstanceOf(ObjectionsOpen.class);
    }

    @Test
    void whatWasGrantedByHandEndsWithTheNextOfficeAndNotWithOneOfThePast() {
        CurrentUser first = county.first().user();
        CurrentUser second = county.second().user();
        clock.set("2026-03-02T09:00");
        Appointments any = begun();
        byHand();
        UUID past = ScopeContext.call(
                first, () -> any.takingOver.propose(first, since(person, LONG_AGO, LONG_AGO.plusYears(2))));
        as(second, () -> any.takingOver.confirm(second, past));
        assertThat(roles()).containsExactly(Role.FIRST_SECRETARY, Role.COUNTY_LEADER);

        UUID successor = given.countyLeader(county);
        UUID now = ScopeContext.call(
                first, () -> any.takingOver.propose(first, since(successor, LocalDate.of(2026, 3, 1), null)));
        as(second, () -> any.takingOver.confirm(second, now));
        assertThat(roles()).as("another is in office").containsExactly(Role.COUNTY_LEADER);
    }

    /** A duty of the time before postings were kept. */
    private void byHand() {
        database.owner().update("""
                insert into duty (id, account_id, role, unit_id, unit_name, county_id, township_id, valid_from, granted_by_name, by_hand)
                values (gen_random_uuid(), ?, 'FIRST_SECRETARY', ?, '', ?, ?, timestamptz '2025-01-01', 'x', true)""", leader.user().accountId(), county.township(), county.id(), county.township());
    }

    @Test
    void oneTownshipHasOneFirstSecretaryAndOneFirstSecretaryOneTownship() {
        Appointments first = begun().upTo(StepKind.ANNOUNCED);
        Appointments sameTownship = new Appointments(beans, county, given.countyLeader(county), county.township())
                .upTo(StepKind.NOTICE_CLOSED);
        sameTownship.papers();
        assertThatThrownBy(() -> sameTownship.announce(sameTownship.day())).isInstanceOf(TownshipTaken.class);
        Appointments samePerson =
                new Appointments(beans, county, person, county.townships().get(1)).upTo(StepKind.NOTICE_CLOSED);
        samePerson.papers();
        assertThatThrownBy(() -> samePerson.announce(samePerson.day())).isInstanceOf(PersonTaken.class);

        LocalDate last = first.day().plusDays(4);
        first.as(user -> first.postings.end(user, first.posting, EndKind.EXPIRED, last, first.entry()));
        sameTownship.at(last.plusDays(1)).announce(last.plusDays(1));
        assertThat(state(sameTownship)).isEqualTo(PostingState.IN_OFFICE);
    }

    @Test
    void onlyCountyLeadersGoAndOnlyToIndustrialTownships() {
        Appointments made = begun();
        UUID other = county.townships().get(2);
        assertThatThrownBy(() -> made.as(user -> made.rounds.propose(user, made.round, to(person, other))))
                .isInstanceOf(NotIndustrial.class);
        assertThatThrownBy(() -> made.as(
                        user -> made.rounds.propose(user, made.round, to(UUID.randomUUID(), county.township()))))
                .isInstanceOf(NotPostable.class);
        assertThatThrownBy(() -> made.as(user -> made.rounds.propose(
                        user, made.round, to(person, county.townships().get(1)))))
                .isInstanceOf(PostedTwice.class);
        TestCounty foreign = given.county();
        assertThatThrownBy(() -> made.as(user -> made.rounds.propose(user, made.round, to(person, foreign.township()))))
                .isInstanceOf(TownshipUnknown.class);
        UUID oneself = given.countyLeader(county.first(), county);
        assertThatThrownBy(() -> made.as(user -> made.rounds.propose(
                        user, made.round, to(oneself, county.townships().get(1)))))
                .isInstanceOf(OwnPosting.class);

        made.upTo(StepKind.NOTICE_CLOSED).papers();
        given.type(county, county.township(), false, made.day());
        assertThatThrownBy(() -> made.announce(made.day())).isInstanceOf(NotIndustrial.class);
    }

    @Test
    void aRoundGoesTogetherAndOneCanGoOnAlone() {
        Appointments made = begun();
        UUID second = ScopeContext.call(
                made.organizer(),
                () -> made.rounds.propose(
                        made.organizer(),
                        made.round,
                        to(given.countyLeader(county), county.townships().get(1))));
        made.upTo(StepKind.DELIBERATED);
        assertThat(states(made.posting, second)).containsOnly("DELIBERATED");
        assertThatThrownBy(() -> made.as(user ->
                        made.rounds.propose(user, made.round, to(given.countyLeader(county), county.township()))))
                .isInstanceOf(StepNotOpen.class);

        UUID alone =
                ScopeContext.call(made.organizer(), () -> made.rounds.split(made.organizer(), second, "2026 第一批（单办）"));
        made.at(made.day().plusDays(1)).record(StepKind.CITY_CONSENTED);
        assertThat(states(made.posting, second)).containsExactlyInAnyOrder("CITY_CONSENTED", "DELIBERATED");
        made.as(user -> made.rounds.record(user, alone, StepKind.CITY_CONSENTED, made.entry()));
        assertThat(states(second)).containsOnly("CITY_CONSENTED");
    }

    @Test
    void aNoticeThatRunsIntoAYearNotLoadedCannotBeClosedUntilItsCalendarIsThere() {
        Appointments made = begun().upTo(StepKind.DECIDED);
        // no test loads that year
        made.at(LocalDate.of(2045, 12, 27)).publish(LocalDate.of(2045, 12, 28));
        made.at(LocalDate.of(2046, 1, 20));

        PostingPage page = page(made.organizer(), made);
        assertThat(Objects.requireNonNull(page.notice()).isProvisional()).isTrue();
        assertThatThrownBy(() -> made.record(StepKind.NOTICE_CLOSED)).isInstanceOf(NoticeEndUnknown.class);
    }

    @Test
    void aProcedureTakesTwoAndNeverShortensANoticeThatRuns() {
        Appointments made = begun().upTo(StepKind.DECIDED);
        CurrentUser first = made.organizer();
        CurrentUser second = county.second().user();
        ProcedureView longer =
                new ProcedureView(Set.of(StepKind.INSPECTED), 10, 3, TermStart.OFFICE, true, "12380", "清源县府前路 1 号");
        UUID change = ScopeContext.call(first, () -> procedures.propose(first, made.day(), longer, "县委常委会议定"));
        assertThatThrownBy(() -> as(first, () -> procedures.confirm(first, change)))
                .isInstanceOf(SecondPersonNeeded.class);
        assertThatThrownBy(() -> as(second, () -> procedures.withdraw(second, change)))
                .isInstanceOf(NotTheProposer.class);
        as(second, () -> procedures.confirm(second, change));

        made.at(made.day().plusDays(1)).publish(made.day().plusDays(1));
        assertThat(days(made)).as("the round began under the usual procedure").isEqualTo(5);
        Appointments later = new Appointments(beans, county, given.countyLeader(county), county.township());
        assertThat(database.owner()
                        .queryForObject("select template_id from posting_round where id = ?", UUID.class, later.round))
                .as("opened before its day")
                .isNull();
    }

    @Test
    void whatIsTakenOverTakesTwoAndObeysTheExclusions() {
        CurrentUser first = county.first().user();
        CurrentUser second = county.second().user();
        clock.set("2026-03-02T09:00");
        Appointments any = begun();
        UUID taken = ScopeContext.call(first, () -> any.takingOver.propose(first, since(person, LONG_AGO, null)));
        assertThat(roles()).containsExactly(Role.COUNTY_LEADER);
        assertThatThrownBy(() -> as(first, () -> any.takingOver.confirm(first, taken)))
                .isInstanceOf(SecondPersonNeeded.class);
        as(second, () -> any.takingOver.confirm(second, taken));
        assertThat(roles()).containsExactly(Role.FIRST_SECRETARY, Role.COUNTY_LEADER);
        assertThat(list(second)).anyMatch(row -> taken.equals(row.id()) && Boolean.TRUE.equals(row.takenOver()));

        UUID overlapping = ScopeContext.call(
                first,
                () -> any.takingOver.propose(
                        first, since(given.countyLeader(county), LONG_AGO, LONG_AGO.plusDays(30))));
        assertThatThrownBy(() -> as(second, () -> any.takingOver.confirm(second, overlapping)))
                .isInstanceOf(TownshipTaken.class);
        assertThatThrownBy(() -> as(second, () -> any.takingOver.withdraw(second, overlapping)))
                .isInstanceOf(NotTheProposer.class);
        as(first, () -> any.takingOver.withdraw(first, overlapping));
        assertThat(states(overlapping)).containsOnly("WITHDRAWN");
    }

    @Test
    void whoeverGetsAnAccountLaterHasTheRightsOfTheOffice() {
        UUID without = given.countyLeader(county);
        Appointments made =
                new Appointments(beans, county, without, county.townships().get(1)).upTo(StepKind.ANNOUNCED);
        assertThat(duties(made)).isEmpty();

        database.owner().update("update person set account_id = ? where id = ?", anotherAccount(), without);

        assertThat(duties(made)).contains("FIRST_SECRETARY");
    }

    @Test
    void rightsByAPostingAreNotMovedToAnotherAccount() {
        begun().upTo(StepKind.ANNOUNCED);
        CurrentUser organizer = county.first().user();
        PersonService service = beans.getBean(PersonService.class);
        String other = given.person(Role.COUNTY_LEADER, county.id()).username();
        PersonInput moved = new PersonInput("沈志远", "", Sex.MALE, YearMonth.of(1978, 5), "大学", other);

        assertThatThrownBy(() -> as(organizer, () -> service.correct(organizer, person, 0, moved)))
                .isInstanceOf(AccountStays.class);
        assertThat(roles()).containsExactly(Role.FIRST_SECRETARY, Role.COUNTY_LEADER);
    }

    @Test
    void aTermIsExtendedByDecisionAndWarnsBefore() {
        Appointments made = begun().upTo(StepKind.ANNOUNCED);
        LocalDate expected =
                Objects.requireNonNull(page(made.organizer(), made).head().expectedEnd());
        assertThat(expected).isEqualTo(LocalDate.of(2028, 3, 6));
        made.at(expected.minusDays(61));
        assertThat(warning(made)).isNull();
        made.at(expected.minusDays(60));
        assertThat(warning(made)).isEqualTo("posting.expected.soon");
        made.at(expected.minusDays(30));
        assertThat(warning(made)).isEqualTo("posting.expected.last");
        made.at(expected.plusDays(1));
        assertThat(warning(made)).isEqualTo("posting.expected.over");
        assertThat(state(made)).as("a term never lapses by itself").isEqualTo(PostingState.IN_OFFICE);
        made.as(user -> made.postings.extend(user, made.posting, expected.plusYears(1), made.entry()));
        assertThat(warning(made)).isNull();
    }

    private Appointments begun() {
        return new Appointments(beans, county, person, county.township());
    }

    private ProposePosting to(UUID who, UUID township) {
        return new ProposePosting(
                who, township, Set.of(PostingReason.GRASSROOTS), "", StepEntry.of(LocalDate.now(clock), "", "", ""));
    }

    private TakeOver since(UUID who, LocalDate from, @Nullable LocalDate until) {
        return new TakeOver(
                who,
                county.township(),
                Set.of(PostingReason.INDUSTRY),
                from,
                from.plusYears(9),
                until,
                until == null ? null : EndKind.EXPIRED,
                StepEntry.of(from, "县委常委会", "", ""));
    }

    private UUID anotherAccount() {
        return given.person(Role.COUNTY_LEADER, county.id()).user().accountId();
    }

    private List<String> duties(Appointments made) {
        return database.owner()
                .query("select role from duty where posting_id = ?", (row, n) -> row.getString("role"), made.posting);
    }

    private @Nullable String warning(Appointments made) {
        return list(made.organizer()).stream()
                .filter(row -> made.posting.equals(row.id()))
                .findFirst()
                .orElseThrow()
                .warning(LocalDate.now(clock));
    }

    private int days(Appointments made) {
        return Objects.requireNonNull(database.owner()
                .queryForObject("select notice_days from posting where id = ?", Integer.class, made.posting));
    }

    private List<String> states(UUID... postings) {
        return List.of(postings).stream()
                .map(id -> database.owner().queryForObject("select state from posting where id = ?", String.class, id))
                .toList();
    }

    private PostingState state(Appointments made) {
        return page(made.organizer(), made).head().state();
    }

    private PostingPage page(CurrentUser user, Appointments made) {
        return ScopeContext.call(user, () -> queries.page(user, made.posting));
    }

    private List<org.xuanpai.posting.service.PostingRow> list(CurrentUser user) {
        return ScopeContext.call(user, () -> queries.list(user, PostingFilter.ALL));
    }

    private List<Role> rolesAt(String local) {
        clock.set(local);
        return roles();
    }

    private List<Role> roles() {
        return users.find(leader.user().accountId(), null).orElseThrow().duties().stream()
                .map(CurrentUsers.DutyChoice::role)
                .toList();
    }

    private Instant instant(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    private static void as(CurrentUser user, Runnable work) {
        ScopeContext.run(user, work);
    }
}
