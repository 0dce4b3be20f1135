package org.xuanpai.industry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.IntegrationTest;
import org.xuanpai.fixture.AtOnce;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.industry.service.TargetQueries;
import org.xuanpai.industry.service.TargetService;
import org.xuanpai.industry.service.TargetSheetView;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.AlreadyConfirmed;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.ProposalWithdrawn;
import org.xuanpai.shared.Role;
import org.xuanpai.shared.SecondPersonNeeded;

/** Two persons set targets; the database insists on it by itself (clause C1, controls C8). */
@IntegrationTest
class TargetServiceIT {

    private static final int YEAR = 2026;

    @Autowired
    private Given given;

    @Autowired
    private TargetService targets;

    @Autowired
    private TargetQueries queries;

    @Autowired
    private Indicators indicators;

    @Autowired
    private Database database;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private TestCounty county;
    private CurrentUser first;
    private CurrentUser second;

    @BeforeEach
    void aCounty() {
        county = given.county(1, 0, 0);
        first = county.first().user();
        second = county.second().user();
    }

    @Test
    void targetsCountOnceASecondPersonConfirmedThem() {
        UUID sheet = propose(line("value_added", "16900", "15200"), line("value_added_growth", "-1.5", null));
        assertThat(counting()).isEmpty();

        ScopeContext.run(second, () -> targets.confirm(second, sheet));

        assertThat(counting()).hasSize(2);
        assertThat(Objects.requireNonNull(counting().get("value_added")).yearlyTarget())
                .isEqualByComparingTo("16900");
        assertThat(Objects.requireNonNull(counting().get("value_added")).baseline())
                .isEqualByComparingTo("15200");
        assertThat(Objects.requireNonNull(counting().get("value_added_growth")).yearlyTarget())
                .isEqualByComparingTo("-1.5");
        assertThat(trail(sheet)).containsExactly("industry.targetsProposed", "industry.targetsConfirmed");
    }

    @Test
    void aLaterSheetTakesThePlaceOfTheEarlierOneAsAWhole() {
        UUID earlier = propose(line("value_added", "1", null), line("tax_paid", "2", null));
        ScopeContext.run(second, () -> targets.confirm(second, earlier));
        UUID later = propose(line("value_added", "3", null));
        ScopeContext.run(second, () -> targets.confirm(second, later));

        assertThat(counting()).containsOnlyKeys("value_added");
        assertThat(Objects.requireNonNull(counting().get("value_added")).yearlyTarget())
                .isEqualByComparingTo("3");
    }

    @Test
    void nobodyConfirmsTheOwnProposal() {
        UUID sheet = propose(line("value_added", "1", null));

        assertThatExceptionOfType(SecondPersonNeeded.class)
                .isThrownBy(() -> ScopeContext.run(first, () -> targets.confirm(first, sheet)));
        assertThat(counting()).isEmpty();
    }

    @Test
    void onlyOneOfManyConfirmsAndOnlyOneOfManyProposes() {
        UUID sheet = propose(line("value_added", "1", null));
        List<Throwable> confirming = AtOnce.run(8, second, () -> targets.confirm(second, sheet));
        assertThat(confirming)
                .hasSize(7)
                .allSatisfy(refused -> assertThat(refused).isInstanceOf(AlreadyConfirmed.class));

        List<Throwable> proposing = AtOnce.run(
                8, first, () -> targets.propose(first, county.township(), YEAR, List.of(line("tax_paid", "1", null))));
        assertThat(proposing)
                .hasSize(7)
                .allSatisfy(refused -> assertThat(refused).isInstanceOf(TargetsAlreadyProposed.class));
    }

    @Test
    void aWithdrawnProposalMakesRoomAndNeverCounts() {
        UUID sheet = propose(line("value_added", "1", null));
        assertThatExceptionOfType(TargetsAlreadyProposed.class)
                .isThrownBy(() -> propose(line("value_added", "2", null)));
        ScopeContext.run(second, () -> targets.withdraw(second, sheet));

        assertThatExceptionOfType(ProposalWithdrawn.class)
                .isThrownBy(() -> ScopeContext.run(second, () -> targets.confirm(second, sheet)));
        UUID another = propose(line("value_added", "2", null));
        ScopeContext.run(second, () -> targets.confirm(second, another));
        assertThatExceptionOfType(AlreadyConfirmed.class)
                .isThrownBy(() -> ScopeContext.run(first, () -> targets.withdraw(first, another)));
        assertThat(Objects.requireNonNull(counting().get("value_added")).yearlyTarget())
                .isEqualByComparingTo("2");
    }

    @Test
    void whatDoesNotFitIsRefusedByName() {
        assertThatThrownBy(() -> propose()).isInstanceOf(NoTargets.class);
        assertThatThrownBy(() -> propose(line("happiness", "1", null))).isInstanceOf(UnknownIndicator.class);
        assertThatThrownBy(() -> propose(line("tax_paid", "1", null), line("tax_paid", "2", null)))
                .isInstanceOf(IndicatorTwice.class);
        assertThatThrownBy(() -> propose(line("tax_paid", "-1", null)))
                .isInstanceOfSatisfying(
                        TargetFigureRefused.class,
                        refused -> assertThat(refused.key()).isEqualTo("industry.refused.negative"));
        assertThatThrownBy(() -> propose(line("tax_paid", "1", "0.001")))
                .isInstanceOfSatisfying(TargetFigureRefused.class, refused -> {
                    assertThat(refused.key()).isEqualTo("industry.refused.decimals");
                    assertThat(refused.figure()).isEqualTo(TargetFigureRefused.Figure.BASELINE);
                });
        assertThatThrownBy(() -> propose(line("tax_paid", "9".repeat(30), null)))
                .isInstanceOfSatisfying(
                        TargetFigureRefused.class,
                        refused -> assertThat(refused.key()).isEqualTo("industry.refused.tooLarge"));
        for (int year : new int[] {Integer.MIN_VALUE, 1999, 2101, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> ScopeContext.call(
                            first,
                            () -> targets.propose(
                                    first, county.township(), year, List.of(line("tax_paid", "1", null)))))
                    .isInstanceOf(TargetYearOutOfRange.class);
        }
        assertThat(database.owner()
                        .queryForObject(
                                "select count(*) from target_sheet where county_id = ?", Integer.class, county.id()))
                .isZero();
    }

    @Test
    void aForeignCountyFindsNothing() {
        UUID sheet = propose(line("value_added", "1", null));
        CurrentUser stranger = given.county().first().user();

        assertThatThrownBy(() -> ScopeContext.run(stranger, () -> targets.confirm(stranger, sheet)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> ScopeContext.run(stranger, () -> targets.withdraw(stranger, sheet)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> ScopeContext.call(
                        stranger,
                        () -> targets.propose(stranger, county.township(), YEAR, List.of(line("tax_paid", "1", null)))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> ScopeContext.call(stranger, () -> queries.sheet(stranger, county.township(), YEAR)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aTownshipSeesWhatCountsAndNotWhatWaits() {
        UUID sheet = propose(line("value_added", "1", null));
        ScopeContext.run(second, () -> targets.confirm(second, sheet));
        UUID waiting = propose(line("value_added", "2", null));
        CurrentUser clerk = given.person(Role.TOWNSHIP_CLERK, county.township()).user();

        TargetSheetView seen = ScopeContext.call(clerk, () -> queries.sheet(clerk, county.township(), YEAR));
        assertThat(seen.waits()).isNull();
        assertThat(seen.counts()).isNotNull();
        assertThat(as(clerk, "select count(*) from target_line where sheet_id = '" + waiting + "'"))
                .isZero();
        assertThat(as(first, "select count(*) from target_line where sheet_id = '" + waiting + "'"))
                .isOne();
    }

    @Test
    void theDatabaseItselfAsksForASecondPerson() {
        UUID sheet = propose(line("value_added", "1", null));

        refused(
                first,
                "update target_sheet set confirmed_by = proposed_by, confirmed_by_name = 'x', confirmed_at = now()"
                        + " where id = '" + sheet + "'",
                "target_sheet_confirmed_by_second_person");
        refused(
                second,
                "update target_sheet set confirmed_by = '" + Ids.next()
                        + "', confirmed_by_name = 'x', confirmed_at = now() where id = '" + sheet + "'",
                "row-level security");
        refused(
                first,
                "update target_sheet set proposed_by = '" + Ids.next() + "' where id = '" + sheet + "'",
                "denied");
        refused(first, "update target_line set yearly_target = 2 where sheet_id = '" + sheet + "'", "denied");
        refused(first, "delete from target_line where sheet_id = '" + sheet + "'", "denied");
        refused(first, "delete from target_sheet where id = '" + sheet + "'", "denied");
        // nobody adds a line to another one's proposal, or to what counts
        String another =
                "insert into target_line (sheet_id, county_id, township_id, indicator_code, yearly_target) values ('"
                        + sheet + "', '" + county.id() + "', '" + county.township() + "', 'tax_paid', 1)";
        refused(second, another, "row-level security");
        ScopeContext.run(second, () -> targets.confirm(second, sheet));
        refused(first, another, "row-level security");
        // a township or a leader sets no targets
        for (Role role : List.of(Role.PARTY_SECRETARY, Role.COUNTY_LEADER)) {
            CurrentUser other = given.person(role, role == Role.COUNTY_LEADER ? county.id() : county.township())
                    .user();
            refused(other, proposal(other, county.id(), county.township()), "row-level security");
        }
        // nor an organizer for a township of another county
        refused(first, proposal(first, county.id(), given.county().township()), "row-level security");
    }

    private static String proposal(CurrentUser user, UUID county, UUID township) {
        return "insert into target_sheet (id, county_id, township_id, year, proposed_by, proposed_by_name, proposed_at) values ('"
                + Ids.next() + "', '" + county + "', '" + township + "', 2027, '" + user.accountId() + "', 'x', now())";
    }

    private void refused(CurrentUser user, String sql, String why) {
        assertThatThrownBy(() -> ScopeContext.run(
                        user, () -> new TransactionTemplate(transactions).executeWithoutResult(t -> jdbc.update(sql))))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining(why);
    }

    private int as(CurrentUser user, String question) {
        Integer answer = ScopeContext.call(
                user,
                () -> new TransactionTemplate(transactions).execute(t -> jdbc.queryForObject(question, Integer.class)));
        return answer == null ? -1 : answer;
    }

    private UUID propose(TargetLine... lines) {
        return ScopeContext.call(first, () -> targets.propose(first, county.township(), YEAR, List.of(lines)));
    }

    private Map<String, TargetView> counting() {
        return ScopeContext.call(first, () -> indicators.targets(first.scope(), county.township(), YEAR));
    }

    private List<@Nullable String> trail(UUID sheet) {
        return database.owner()
                .queryForList(
                        "select action from trail_entry where subject_id = ? and outcome <> 'REFUSED' order by seq",
                        String.class,
                        sheet.toString());
    }

    private static TargetLine line(String indicator, String target, @Nullable String baseline) {
        return new TargetLine(indicator, new BigDecimal(target), baseline == null ? null : new BigDecimal(baseline));
    }
}
