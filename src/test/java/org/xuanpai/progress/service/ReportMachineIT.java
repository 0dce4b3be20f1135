package org.xuanpai.progress.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.security.access.AccessDeniedException;
import org.xuanpai.IntegrationTest;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.progress.Months;
import org.xuanpai.progress.ReportAction;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Role;
import org.xuanpai.shared.RuleViolation;

/** Every state of a report × every act × every role a person can hold, against the table below (design §4, controls J3). */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportMachineIT {

    /** NONE: nobody has begun. A status: the act leads there. "-": it cannot be done there. */
    private static final List<String> STATES = List.of("NONE", "DRAFT", "SUBMITTED", "RETURNED", "APPROVED", "LOCKED");

    private static final Map<String, String> TABLE = Map.of(
            //                 NONE       DRAFT      SUBMITTED  RETURNED   APPROVED LOCKED
            "ENTER", "DRAFT      DRAFT      -          RETURNED   -        -",
            "WRITE_PARTY_PART", "DRAFT      DRAFT      -          RETURNED   -        -",
            "CONFIRM_OWN_PART", "DRAFT      DRAFT      -          RETURNED   -        -",
            "SUBMIT", "SUBMITTED  SUBMITTED  -          SUBMITTED  -        -",
            "SEND_BACK", "-          -          RETURNED   -          -        -",
            "APPROVE", "-          -          APPROVED   -          -        -",
            "LOCK", "-          -          -          -          LOCKED   -",
            "REOPEN", "-          -          -          -          -        APPROVED",
            "CORRECT", "-          -          -          -          APPROVED -");

    private static final Map<String, Set<String>> WHO = Map.of(
            "ENTER", Set.of("PARTY_SECRETARY", "TOWNSHIP_CLERK"),
            "WRITE_PARTY_PART", Set.of("PARTY_SECRETARY"),
            "CONFIRM_OWN_PART", Set.of("FIRST_SECRETARY"),
            "SUBMIT", Set.of("PARTY_SECRETARY"),
            "SEND_BACK", Set.of("COUNTY_ORGANIZER"),
            "APPROVE", Set.of("COUNTY_ORGANIZER"),
            "LOCK", Set.of("COUNTY_ORGANIZER"),
            "REOPEN", Set.of("COUNTY_ORGANIZER"),
            "CORRECT", Set.of("COUNTY_ORGANIZER", "PARTY_SECRETARY"));

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Given given;

    @Autowired
    private ReportDraftService drafts;

    @Autowired
    private ReportSubmissionService submissions;

    @Autowired
    private ReportReviewService reviews;

    @Autowired
    private MonthCloseService closing;

    @Autowired
    private CorrectionService corrections;

    @Autowired
    private Database database;

    private final Map<Role, Person> people = new EnumMap<>(Role.class);
    private @Nullable Months months;

    @Test
    void theTableHasEveryCell() {
        assertThat(TABLE.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ReportAction.values()).map(Enum::name).toList());
        assertThat(WHO.keySet()).isEqualTo(TABLE.keySet());
        assertThat(STATES.subList(1, STATES.size()))
                .containsExactlyElementsOf(
                        Arrays.stream(ReportStatus.values()).map(Enum::name).toList());
        assertThat(cells()).hasSize(6 * 9 * 12);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("cells")
    void anActHappensWhereAndByWhomTheTableSays(String state, String action, Role role) {
        Months town = town();
        Period period = Period.of(2025, 10);
        town.at(period, state.equals("NONE") ? null : ReportStatus.valueOf(state));
        try {
            propose(town, period, ReportAction.valueOf(action));
        } catch (RuleViolation notThere) {
            assertThat(expected(state, action, Role.COUNTY_ORGANIZER)).isEqualTo("no step");
        }
        String before = town.stored(period);

        String outcome = attempt(
                town, period, ReportAction.valueOf(action), person(town, role).user());

        assertThat(outcome).isEqualTo(expected(state, action, role));
        if (outcome.startsWith("no ")) {
            assertThat(town.stored(period)).isEqualTo(before);
        }
    }

    static Stream<Arguments> cells() {
        List<Arguments> cells = new ArrayList<>();
        for (String state : STATES) {
            for (String action : TABLE.keySet()) {
                Arrays.stream(Role.values())
                        .filter(role -> !role.isSystem())
                        .forEach(role -> cells.add(Arguments.of(state, action, role)));
            }
        }
        return cells.stream();
    }

    private static String expected(String state, String action, Role role) {
        String next = Objects.requireNonNull(TABLE.get(action)).split("\\s+")[STATES.indexOf(state)];
        if (!Objects.requireNonNull(WHO.get(action)).contains(role.name())) {
            // a clerk saves along with the figures what only the Party secretary may write; it is left out
            boolean clerkSaves = action.equals("WRITE_PARTY_PART") && role == Role.TOWNSHIP_CLERK;
            return clerkSaves && !next.equals("-") ? "left out" : clerkSaves ? "no step" : "no permission";
        }
        return next.equals("-") ? "no step" : next;
    }

    private String attempt(Months town, Period period, ReportAction action, CurrentUser user) {
        try {
            ScopeContext.run(user, () -> act(town, period, action, user));
        } catch (AccessDeniedException denied) {
            return "no permission";
        } catch (RuleViolation refused) {
            return "no step";
        }
        String status = town.status(period);
        if (action == ReportAction.WRITE_PARTY_PART && !town.stored(period).contains("又开了一次会")) {
            return "left out";
        }
        return status.substring(1, status.length() - 1);
    }

    private void act(Months town, Period period, ReportAction action, CurrentUser user) {
        UUID township = town.township;
        long version = town.version(period);
        int copy = town.submissions(period);
        switch (action) {
            case ENTER ->
                drafts.save(user, township, period, version, Months.content(Map.of("research_spending", "9"), "", ""));
            case WRITE_PARTY_PART ->
                drafts.save(user, township, period, version, Months.content(Months.REAL, "又开了一次会", ""));
            case CONFIRM_OWN_PART -> drafts.confirmOwnPart(user, township, period, version, 9, "办成一件事");
            case SUBMIT -> submissions.submit(user, township, period, version, UUID.randomUUID(), Months.complete());
            case SEND_BACK -> reviews.sendBack(user, township, period, copy, "请核对", Map.of());
            case APPROVE -> reviews.approve(user, township, period, copy, Set.of());
            case LOCK -> closing.lock(user, period, Set.of());
            case REOPEN -> closing.confirmReopening(user, proposal("month_reopening", town));
            case CORRECT -> corrections.confirm(user, proposal("figure_correction", town));
        }
    }

    /** The first organizer proposed it before, where that was possible; the second person is whoever acts. */
    private UUID proposal(String table, Months town) {
        return database
                .owner()
                .queryForList("select id from " + table + " where county_id = ?", UUID.class, town.county.id())
                .stream()
                .findFirst()
                .map(Objects::requireNonNull)
                .orElseGet(UUID::randomUUID);
    }

    private void propose(Months town, Period period, ReportAction action) {
        CurrentUser first = town.county.first().user();
        if (action == ReportAction.REOPEN) {
            ScopeContext.run(first, () -> closing.proposeReopening(first, period, null, "统计局核定"));
        } else if (action == ReportAction.CORRECT) {
            ScopeContext.run(
                    first,
                    () -> corrections.propose(
                            first, town.township, period, "research_spending", java.math.BigDecimal.TEN, "统计局核定", ""));
        }
    }

    /** The one township of all cells, with nothing reported yet. */
    private Months town() {
        if (months == null) {
            months = Months.Factory.of(beans).township();
        }
        months.forget();
        return months;
    }

    private Person person(Months town, Role role) {
        return people.computeIfAbsent(role, held -> switch (held) {
            case COUNTY_ORGANIZER -> town.county.second();
            case PARTY_SECRETARY -> town.party;
            case TOWNSHIP_CLERK -> town.clerk;
            case FIRST_SECRETARY -> town.secretary;
            case FIRST_SECRETARY_DESIGNATE -> given.person(held, town.township);
            case COUNTY_LEADER, BUREAU -> given.person(held, town.county.id());
            case VILLAGE_USER -> given.person(held, village(town));
            case CITY_ORGANIZER -> given.person(held, city(town));
            default -> given.person(held, null);
        });
    }

    private UUID village(Months town) {
        given.villages(town.township, 1);
        return Objects.requireNonNull(database.owner()
                .queryForObject("select id from division where parent_id = ? limit 1", UUID.class, town.township));
    }

    private UUID city(Months town) {
        return Objects.requireNonNull(database.owner()
                .queryForObject("select city_id from division where id = ?", UUID.class, town.county.id()));
    }
}
