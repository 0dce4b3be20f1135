package org.xuanpai.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.division.ProposeReorganisation.Part;
import org.xuanpai.division.service.ReorganisationService;
import org.xuanpai.fixture.AtOnce;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Meanwhile;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.platform.CurrentUsers;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.AlreadyConfirmed;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.NotTheProposer;
import org.xuanpai.shared.ProposalWithdrawn;
import org.xuanpai.shared.Role;
import org.xuanpai.shared.Scope;
import org.xuanpai.shared.SecondPersonNeeded;

/** The land changes on a day, by two persons, and the past keeps its shape. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReorganisationIT {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 15);

    @Autowired
    private Given given;

    @Autowired
    private ReorganisationService service;

    @Autowired
    private Divisions divisions;

    @Autowired
    private CurrentUsers users;

    @Autowired
    private Database database;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private MutableClock clock;

    private Reorganise reorganise;
    private TestCounty county;
    private CurrentUser first;
    private CurrentUser second;

    @BeforeEach
    void aCounty() {
        clock.set("2026-11-05T09:00");
        reorganise = new Reorganise(service);
        county = given.county(2, 1, 2);
        first = county.first().user();
        second = county.second().user();
    }

    @Test
    void aRenamedTownshipHasItsOldNameInThePast() {
        reorganise.done(county, Reorganise.rename(county.township(), code(150), "柳渡新镇", DAY));

        assertThat(nameOn(DAY.minusDays(1))).isEqualTo("镇" + code(100));
        assertThat(nameOn(DAY)).isEqualTo("柳渡新镇");
        assertThat(inDatabase("select code from division where id = ?", county.township()))
                .isEqualTo(code(150));
    }

    @Test
    void whatIsDecidedForALaterDayHappensOnThatDay() {
        LocalDate later = LocalDate.of(2027, 1, 1);
        reorganise.done(county, Reorganise.rename(county.township(), code(100), "柳渡新镇", later));

        assertThat(nameOn(later)).isEqualTo("柳渡新镇");
        assertThat(inDatabase("select name from division where id = ?", county.township()))
                .isEqualTo("镇" + code(100));

        clock.set("2027-01-01T00:10");
        CurrentUser importer = CurrentUser.system(Role.SYSTEM_IMPORTER);
        ScopeContext.run(importer, () -> service.bringUpToDate(importer));

        assertThat(inDatabase("select name from division where id = ?", county.township()))
                .isEqualTo("柳渡新镇");
    }

    @Test
    void codesAreHandedOnInAChainOnOneDay() {
        LocalDate later = LocalDate.of(2027, 1, 1);
        UUID a = county.townships().get(0);
        UUID b = county.townships().get(1);
        reorganise.done(county, Reorganise.rename(b, code(150), "乙镇", later));
        reorganise.done(county, Reorganise.rename(a, code(101), "甲镇", later));

        clock.set("2027-01-01T00:10");
        CurrentUser importer = CurrentUser.system(Role.SYSTEM_IMPORTER);
        ScopeContext.run(importer, () -> service.bringUpToDate(importer));

        assertThat(inDatabase("select code || name from division where id = ?", a))
                .isEqualTo(code(101) + "甲镇");
        assertThat(inDatabase("select code || name from division where id = ?", b))
                .isEqualTo(code(150) + "乙镇");
    }

    @Test
    void aMergedTownshipLeavesItsVillagesToTheNewOne() {
        UUID a = county.townships().get(0);
        UUID b = county.townships().get(1);
        reorganise.done(county, Reorganise.mergeAsNew(new Part(code(110), "合水镇", true), DAY, a, b));

        assertThat(townshipsOn(DAY.minusDays(1))).containsExactly(code(100), code(101), code(102));
        assertThat(townshipsOn(DAY)).containsExactly(code(102), code(110));
        assertThat(industrialOn(DAY.minusDays(1))).containsExactly(code(100), code(101));
        assertThat(industrialOn(DAY)).containsExactly(code(110));
        assertThat(villagesOn(DAY.minusDays(1))).containsEntry(code(100), 2).containsEntry(code(101), 2);
        assertThat(villagesOn(DAY)).containsEntry(code(110), 4).containsEntry(code(102), 2);
        UUID successor = id(code(110));
        assertThat(lineage(Shape.TODAY).now(a, DAY.minusDays(1))).isEqualTo(successor);
        assertThat(lineage(Shape.TODAY).now(b, DAY)).isEqualTo(b);
        assertThat(lineage(Shape.THEN).now(a, DAY.minusDays(1))).isEqualTo(a);
    }

    @Test
    void aTownshipThatTakesOthersOverKeepsItsNameAndItsUsersReadThePastOfAll() {
        UUID a = county.townships().get(0);
        UUID b = county.townships().get(1);
        Person clerk = given.person(Role.TOWNSHIP_CLERK, a);
        Person other = given.person(Role.TOWNSHIP_CLERK, b);
        reorganise.done(county, Reorganise.mergeInto(a, DAY, b));

        assertThat(villagesOn(DAY)).containsEntry(code(100), 4).doesNotContainKey(code(101));
        assertThat(acting(clerk).scope().townships()).containsExactlyInAnyOrder(a, b);
        assertThat(users.find(other.user().accountId(), null)).isEmpty();
    }

    @Test
    void aSplitTownshipKeepsItsPastAndItsVillagesGoToTheParts() {
        UUID a = county.township();
        List<UUID> villages = villageIds(a);
        reorganise.done(
                county,
                Reorganise.split(
                        a,
                        false,
                        DAY,
                        List.of(new Part(code(120), "东镇", true), new Part(code(121), "西镇", false)),
                        Map.of(villages.get(0), 0, villages.get(1), 1)));

        assertThat(townshipsOn(DAY)).containsExactly(code(101), code(102), code(120), code(121));
        assertThat(industrialOn(DAY)).containsExactly(code(101), code(120));
        assertThat(villagesOn(DAY)).containsEntry(code(120), 1).containsEntry(code(121), 1);
        assertThat(lineage(Shape.TODAY).now(a, DAY.minusDays(1))).isEqualTo(a);
    }

    @Test
    void villagesMoveAndOldListsFindThemWhereTheyWere() {
        UUID village = villageIds(county.township()).get(0);
        reorganise.done(county, Reorganise.move(county.townships().get(2), DAY, village));

        assertThat(villagesOn(DAY.minusDays(1))).containsEntry(code(100), 2).containsEntry(code(102), 2);
        assertThat(villagesOn(DAY)).containsEntry(code(100), 1).containsEntry(code(102), 3);
    }

    @Test
    void nothingHappensBeforeASecondPersonConfirmsAndNobodyElseTakesItBack() {
        UUID id = reorganise.proposed(
                county, Reorganise.close(villageIds(county.township()).get(0), DAY));
        CurrentUser stranger = given.county().first().user();

        assertThat(villagesOn(DAY)).containsEntry(code(100), 2);
        refused(SecondPersonNeeded.class, () -> as(first, () -> service.confirm(first, id)));
        refused(NotFound.class, () -> as(stranger, () -> service.confirm(stranger, id)));
        refused(NotTheProposer.class, () -> as(second, () -> service.withdraw(second, id)));
        as(first, () -> service.withdraw(first, id));
        refused(ProposalWithdrawn.class, () -> as(second, () -> service.confirm(second, id)));
        assertThat(villagesOn(DAY)).containsEntry(code(100), 2);
    }

    @Test
    void oneUnitHasOneOpenProposalAndAConfirmationCountsOnce() {
        UUID id = reorganise.proposed(county, Reorganise.rename(county.township(), code(100), "柳渡新镇", DAY));

        refused(
                ProposalWaits.class,
                () -> reorganise.proposed(
                        county, Reorganise.mergeInto(county.townships().get(1), DAY, county.township())));
        List<Throwable> refused = AtOnce.run(4, second, () -> service.confirm(second, id));

        assertThat(refused).hasSize(3).allSatisfy(why -> assertThat(why).isInstanceOf(AlreadyConfirmed.class));
        assertThat(inDatabase("select count(*)::text from division_version where unit_id = ?", county.township()))
                .isEqualTo("2");
    }

    @Test
    void aVillageRenamedWhileItsTownshipIsMergedStaysWithTheSuccessor() {
        LocalDate later = LocalDate.of(2027, 1, 1);
        UUID village = villageIds(county.township()).get(0);
        UUID merger = reorganise.proposed(
                county, Reorganise.mergeInto(county.townships().get(1), later, county.township()));
        UUID renaming = reorganise.proposed(
                county,
                Reorganise.rename(
                        village,
                        inDatabase("select code from division where id = ?", village),
                        "柳渡新村",
                        later.plusDays(10)));

        Optional<Throwable> refused = new Meanwhile(transactions, database)
                .run(second, () -> service.confirm(second, merger), second, () -> service.confirm(second, renaming));

        assertThat(refused).isEmpty();
        assertThat(villagesOn(later.plusDays(10))).containsEntry(code(101), 4).doesNotContainKey(code(100));
    }

    @Test
    void aMergerSeesAVillageThatMovesAwayMeanwhile() {
        LocalDate later = LocalDate.of(2027, 1, 1);
        UUID village = villageIds(county.township()).get(0);
        UUID move =
                reorganise.proposed(county, Reorganise.move(county.townships().get(2), later, village));
        UUID merger = reorganise.proposed(
                county, Reorganise.mergeInto(county.townships().get(1), later.plusDays(10), county.township()));

        Optional<Throwable> refused = new Meanwhile(transactions, database)
                .run(second, () -> service.confirm(second, move), second, () -> service.confirm(second, merger));

        assertThat(refused).isEmpty();
        assertThat(villagesOn(later.plusDays(10))).containsEntry(code(101), 3).containsEntry(code(102), 3);
    }

    @Test
    void whatBecameImpossibleMeanwhileIsNotConfirmed() {
        UUID taken = reorganise.proposed(county, Reorganise.add(county.id(), new Part(code(130), "一号镇", true), DAY));
        reorganise.done(county, Reorganise.add(county.id(), new Part(code(130), "另一镇", true), DAY));

        refused(CodeInUse.class, () -> reorganise.confirmed(county, taken));
        assertThat(townshipsOn(DAY)).containsExactly(code(100), code(101), code(102), code(130));
    }

    @Test
    void ofTwoProposalsThatGiveTheSameCodeOneIsConfirmed() {
        CurrentUser second = county.second().user();
        List<UUID> proposals = List.of(
                reorganise.proposed(county, Reorganise.rename(county.township(), code(130), "一号镇", DAY)),
                reorganise.proposed(county, Reorganise.rename(county.townships().get(1), code(130), "二号镇", DAY)));
        AtomicInteger next = new AtomicInteger();

        List<Throwable> refused =
                AtOnce.run(2, second, () -> service.confirm(second, proposals.get(next.getAndIncrement())));

        assertThat(refused).singleElement().isInstanceOf(CodeInUse.class);
    }

    @Test
    void aVillageThatMovedMayKeepItsCodeWhenItsNameChanges() {
        UUID village = villageIds(county.township()).get(0);
        String code = inDatabase("select code from division where id = ?", village);
        reorganise.done(county, Reorganise.move(county.townships().get(1), DAY, village));

        reorganise.done(county, Reorganise.rename(village, code, "新村", DAY.plusDays(1)));
        reorganise.done(county, Reorganise.rename(village, code(101) + "299", "新村", DAY.plusDays(2)));

        assertThat(inDatabase("select name from division where id = ?", village))
                .isEqualTo("新村");
    }

    Stream<Arguments> mistakes() {
        return cases().entrySet().stream().map(mistake -> Arguments.of(mistake.getKey(), mistake.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void isRefusedAndChangesNothing(String what, Mistake mistake) {
        String before = landOfCounty();

        refused(
                mistake.refusal(),
                () -> reorganise.proposed(county, mistake.wanted().get()));

        assertThat(landOfCounty()).isEqualTo(before);
        assertThat(inDatabase("select count(*)::text from reorganisation where county_id = ?", county.id()))
                .isEqualTo("0");
    }

    private Map<String, Mistake> cases() {
        Map<String, Mistake> cases = new LinkedHashMap<>();
        LocalDate tooEarly = Given.SINCE;
        cases.put(
                "a day on which the township was not there",
                mistake(
                        EffectiveTooEarly.class,
                        () -> Reorganise.rename(county.township(), code(100), "新镇", tooEarly)));
        cases.put(
                "a merger on the first day of one of the two",
                mistake(
                        EffectiveTooEarly.class,
                        () -> Reorganise.mergeInto(
                                county.township(), tooEarly, county.townships().get(1))));
        cases.put(
                "a day in the last century",
                mistake(
                        EffectiveTooEarly.class,
                        () -> Reorganise.close(villageIds(county.township()).get(0), LocalDate.of(1999, 12, 31))));
        cases.put(
                "a day in ten years",
                mistake(
                        EffectiveOutOfRange.class,
                        () -> Reorganise.rename(county.township(), code(100), "新镇", LocalDate.of(2036, 1, 1))));
        cases.put(
                "a foreign township",
                mistake(NotFound.class, () -> Reorganise.rename(given.county().township(), code(100), "新镇", DAY)));
        cases.put(
                "a merger with a foreign township",
                mistake(
                        NotFound.class,
                        () -> Reorganise.mergeInto(
                                county.township(), DAY, given.county().township())));
        cases.put("a missing unit", mistake(NotFound.class, () -> Reorganise.close(UUID.randomUUID(), DAY)));
        cases.put(
                "a foreign county",
                mistake(
                        NotFound.class,
                        () -> Reorganise.add(given.county().id(), new Part(code(130), "新镇", true), DAY)));
        cases.put("the county itself", mistake(UnitsDoNotFit.class, () -> Reorganise.close(county.id(), DAY)));
        cases.put(
                "a unit below a village",
                mistake(
                        UnitsDoNotFit.class,
                        () -> Reorganise.add(
                                villageIds(county.township()).get(0), new Part(code(100) + "299", "新村", null), DAY)));
        cases.put(
                "a township merged with a village",
                mistake(
                        UnitsDoNotFit.class,
                        () -> Reorganise.mergeInto(
                                county.township(),
                                DAY,
                                villageIds(county.township()).get(0))));
        cases.put(
                "a township merged with itself",
                mistake(UnitsDoNotFit.class, () -> Reorganise.mergeInto(county.township(), DAY, county.township())));
        cases.put(
                "villages of two townships merged",
                mistake(
                        UnitsDoNotFit.class,
                        () -> Reorganise.mergeInto(
                                villageIds(county.township()).get(0),
                                DAY,
                                villageIds(county.townships().get(1)).get(0))));
        cases.put("a merger of one", mistake(UnitsMissing.class, () -> Reorganise.mergeInto(county.township(), DAY)));
        cases.put(
                "a split into one",
                mistake(
                        UnitsMissing.class,
                        () -> Reorganise.split(
                                county.township(), false, DAY, List.of(new Part(code(120), "东镇", true)), Map.of())));
        cases.put(
                "a split that forgets a village",
                mistake(
                        VillagesRemain.class,
                        () -> Reorganise.split(
                                county.township(),
                                false,
                                DAY,
                                List.of(new Part(code(120), "东镇", true), new Part(code(121), "西镇", true)),
                                Map.of(villageIds(county.township()).get(0), 0))));
        cases.put(
                "a split that takes a neighbour's village",
                mistake(
                        UnitsDoNotFit.class,
                        () -> Reorganise.split(
                                county.township(),
                                true,
                                DAY,
                                List.of(new Part(code(120), "东镇", true)),
                                Map.of(villageIds(county.townships().get(1)).get(0), 0))));
        cases.put(
                "a township closed over its villages",
                mistake(VillagesRemain.class, () -> Reorganise.close(county.township(), DAY)));
        cases.put(
                "a village moved to where it is",
                mistake(
                        UnitsDoNotFit.class,
                        () -> Reorganise.move(
                                county.township(),
                                DAY,
                                villageIds(county.township()).get(0))));
        cases.put("a move of nothing", mistake(UnitsMissing.class, () -> Reorganise.move(county.township(), DAY)));
        cases.put(
                "a move to a village",
                mistake(
                        UnitsDoNotFit.class,
                        () -> Reorganise.move(
                                villageIds(county.township()).get(0),
                                DAY,
                                villageIds(county.townships().get(1)).get(0))));
        cases.put(
                "a code in use",
                mistake(CodeInUse.class, () -> Reorganise.rename(county.township(), code(101), "新镇", DAY)));
        cases.put(
                "a code of another level",
                mistake(
                        CodeDoesNotFit.class,
                        () -> Reorganise.add(county.id(), new Part(code(100) + "299", "新镇", true), DAY)));
        cases.put(
                "a code of another county",
                mistake(
                        CodeDoesNotFit.class,
                        () -> Reorganise.rename(
                                county.township(), given.county().code() + "777", "新镇", DAY)));
        cases.put(
                "a code of nothing",
                mistake(
                        CodeDoesNotFit.class,
                        () -> Reorganise.add(county.id(), new Part("000000000", "新镇", true), DAY)));
        cases.put(
                "a village with the code of another township",
                mistake(
                        CodeDoesNotFit.class,
                        () -> Reorganise.rename(villageIds(county.township()).get(0), code(101) + "299", "新村", DAY)));
        cases.put(
                "two parts with one code",
                mistake(
                        CodeTwice.class,
                        () -> Reorganise.split(
                                county.township(),
                                true,
                                DAY,
                                List.of(new Part(code(120), "东镇", true), new Part(code(120), "西镇", true)),
                                Map.of())));
        cases.put(
                "a renaming that renames nothing",
                mistake(
                        NothingChanges.class,
                        () -> Reorganise.rename(county.township(), code(100), "镇" + code(100), DAY)));
        return cases;
    }

    @Test
    void betweenOlderStatesNothingIsPutIn() {
        reorganise.done(county, Reorganise.rename(county.township(), code(100), "柳渡新镇", DAY));

        refused(
                EffectiveTooEarly.class,
                () -> reorganise.proposed(county, Reorganise.rename(county.township(), code(100), "柳渡", DAY)));
        reorganise.done(county, Reorganise.rename(county.township(), code(100), "柳渡", DAY.plusDays(1)));
        reorganise.done(county, Reorganise.mergeInto(county.townships().get(1), DAY.plusDays(9), county.township()));
        refused(
                UnitClosed.class,
                () -> reorganise.proposed(
                        county, Reorganise.rename(county.township(), code(100), "柳", DAY.plusDays(20))));
    }

    @Test
    void theDatabaseItselfAsksForASecondPersonAndForOneStateAtATime() {
        reorganise.done(county, Reorganise.rename(county.township(), code(100), "柳渡新镇", DAY));
        String id = "'" + county.township() + "'";

        refusedBySql(first, "update division set name = 'x' where id = " + id, "confirmed reorganisation");
        refusedBySql(
                first,
                "insert into division select gen_random_uuid(), 0, '" + code(140)
                        + "', 'x', level, parent_id, city_id, county_id, id, valid_from, null, 'LOCAL', null, null from division where id = "
                        + id,
                "row-level security");
        refusedBySql(
                second,
                "insert into division_version select gen_random_uuid(), unit_id, county_id, code, name, parent_id,"
                        + " valid_from, valid_to, reorganisation_id from division_version where unit_id = " + id,
                "row-level security");
        assertThatThrownBy(() -> database.owner().update("""
                        insert into division_version select gen_random_uuid(), unit_id, county_id, '999999999', name, parent_id,
                            date '2026-08-01', null, reorganisation_id from division_version where unit_id = ? limit 1""", county.township()))
                .rootCause()
                .hasMessageContaining("division_version_one_at_a_time");
        assertThatThrownBy(() -> database.owner()
                        .update(
                                """
                        insert into division_version select gen_random_uuid(), id, county_id, ?, name, parent_id,
                            date '2026-08-01', null, (select reorganisation_id from division_version where unit_id = ? limit 1)
                        from division where id = ?""",
                                code(100),
                                county.township(),
                                county.townships().get(1)))
                .rootCause()
                .hasMessageContaining("belongs to another unit");
    }

    private record Mistake(Class<? extends Throwable> refusal, Supplier<ProposeReorganisation> wanted) {}

    private static Mistake mistake(Class<? extends Throwable> refusal, Supplier<ProposeReorganisation> wanted) {
        return new Mistake(refusal, wanted);
    }

    private static void refused(Class<? extends Throwable> why, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOf(why);
    }

    private static void as(CurrentUser user, Runnable act) {
        ScopeContext.run(user, act);
    }

    private void refusedBySql(CurrentUser user, String sql, String why) {
        assertThatThrownBy(() -> ScopeContext.run(
                        user, () -> new TransactionTemplate(transactions).executeWithoutResult(t -> jdbc.update(sql))))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining(why);
    }

    private String code(int township) {
        return county.code() + township;
    }

    private String landOfCounty() {
        return inDatabase(
                "select string_agg(id::text || code || name || parent_id || valid_from || coalesce(valid_to::text, ''), ';' order by id)"
                        + " from division where county_id = ?",
                county.id());
    }

    private String inDatabase(String question, UUID unit) {
        return String.valueOf(database.owner().queryForObject(question, String.class, unit));
    }

    private UUID id(String code) {
        return divisions.unitByCode(code).orElseThrow().id();
    }

    private List<UUID> villageIds(UUID township) {
        return database.owner()
                .query(
                        "select id from division where parent_id = ? order by code",
                        (row, n) -> row.getObject("id", UUID.class),
                        township);
    }

    private CurrentUser acting(Person person) {
        return users.find(person.user().accountId(), null).orElseThrow().user();
    }

    private String nameOn(LocalDate day) {
        return asOrganizer(() -> divisions
                .township(scope(), county.township(), day)
                .orElseThrow()
                .name());
    }

    private List<String> townshipsOn(LocalDate day) {
        return asOrganizer(() -> divisions.townships(scope(), day).stream()
                .map(TownshipView::code)
                .toList());
    }

    private List<String> industrialOn(LocalDate day) {
        return asOrganizer(() -> divisions.industrialTownships(scope(), day).stream()
                .map(TownshipView::code)
                .toList());
    }

    private Map<String, Integer> villagesOn(LocalDate day) {
        return asOrganizer(() -> {
            Map<String, Integer> counts = new LinkedHashMap<>();
            Map<UUID, Integer> found = divisions.villageCounts(scope(), day);
            divisions.townships(scope(), day).forEach(t -> counts.put(t.code(), found.getOrDefault(t.id(), 0)));
            return counts;
        });
    }

    private Lineage lineage(Shape shape) {
        return asOrganizer(() -> divisions.lineage(scope(), shape));
    }

    private Scope scope() {
        return Scope.county(county.id());
    }

    private <T> T asOrganizer(Supplier<T> question) {
        return ScopeContext.call(first, question);
    }
}
