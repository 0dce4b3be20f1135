package org.xuanpai.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.IntegrationTest;
import org.xuanpai.division.service.TownshipTypeService;
import org.xuanpai.fixture.AtOnce;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Meanwhile;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.progress.Months;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.shared.AlreadyConfirmed;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.NotTheProposer;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.ProposalWithdrawn;
import org.xuanpai.shared.Scope;
import org.xuanpai.shared.SecondPersonNeeded;

/** Which townships are industrial is decided by two persons (clause A1, controls C8). */
@IntegrationTest
class TownshipTypeIT {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Given given;

    @Autowired
    private TownshipTypeService types;

    @Autowired
    private Divisions divisions;

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
        county = given.county(1, 1, 0);
        first = county.first().user();
        second = county.second().user();
    }

    @Test
    void aTypeCountsFromItsDayOnceASecondPersonConfirmedIt() {
        UUID type = propose(county.township(), false, DAY);
        assertThat(isIndustrial(DAY)).isTrue();

        ScopeContext.run(second, () -> types.confirm(second, county.township(), type));

        assertThat(isIndustrial(DAY.minusDays(1))).isTrue();
        assertThat(isIndustrial(DAY)).isFalse();
    }

    @Test
    void nobodyConfirmsTheOwnProposalAndNobodyAnotherCountys() {
        UUID type = propose(county.township(), false, DAY);
        CurrentUser stranger = given.county().first().user();

        assertThatThrownBy(() -> ScopeContext.run(first, () -> types.confirm(first, county.township(), type)))
                .isInstanceOf(SecondPersonNeeded.class);
        assertThatThrownBy(() -> ScopeContext.run(stranger, () -> types.confirm(stranger, county.township(), type)))
                .isInstanceOf(NotFound.class);
        assertThat(isIndustrial(DAY)).isTrue();
    }

    @Test
    void oneProposalIsOpenAtATimeAlsoWhenTwoProposeAtOnce() {
        List<Throwable> refused =
                AtOnce.run(2, first, () -> types.propose(first, county.township(), false, DAY, "县委常委会会议纪要"));

        assertThat(refused).hasSize(1).allSatisfy(thrown -> assertThat(thrown).isInstanceOf(ProposalWaits.class));
        assertThatThrownBy(() -> propose(county.township(), true, DAY.plusDays(1)))
                .isInstanceOf(ProposalWaits.class);
    }

    @Test
    void ofTwoTypesFromTheSameDayOneCounts() {
        UUID one = propose(county.township(), false, DAY);
        List<Throwable> refused = AtOnce.run(2, second, () -> types.confirm(second, county.township(), one));

        assertThat(refused)
                .hasSize(1)
                .allSatisfy(thrown -> assertThat(thrown).isInstanceOfAny(TypeOnThatDay.class, AlreadyConfirmed.class));
        assertThatThrownBy(() -> propose(county.township(), true, DAY)).isInstanceOf(TypeOnThatDay.class);
    }

    @Test
    void theProposerTakesAProposalBackAndNobodyElse() {
        UUID type = propose(county.township(), false, DAY);

        assertThatThrownBy(() -> ScopeContext.run(second, () -> types.withdraw(second, county.township(), type)))
                .isInstanceOf(NotTheProposer.class);
        ScopeContext.run(first, () -> types.withdraw(first, county.township(), type));

        assertThatThrownBy(() -> ScopeContext.run(second, () -> types.confirm(second, county.township(), type)))
                .isInstanceOf(ProposalWithdrawn.class);
        assertThatThrownBy(() -> ScopeContext.run(first, () -> types.withdraw(first, county.township(), type)))
                .isInstanceOf(ProposalWithdrawn.class);
        propose(county.township(), false, DAY);
        assertThat(isIndustrial(DAY)).isTrue();
    }

    @Test
    void aTypeFitsItsUnit() {
        assertThatThrownBy(() -> propose(county.id(), true, DAY)).isInstanceOf(OnlyTownshipsHaveTypes.class);
        assertThatThrownBy(() -> propose(county.township(), true, Given.SINCE.minusDays(1)))
                .isInstanceOf(TypeBeforeTownship.class);
    }

    @Test
    void aTypeDoesNotReachBackOverAClosedMonth() {
        UUID early = propose(county.township(), false, DAY);
        Months.Factory.of(beans).in(county, county.township()).at(Period.of(2026, 9), ReportStatus.LOCKED);
        LocalDate lastOfSeptember = LocalDate.of(2026, 9, 30);

        assertThatThrownBy(() -> ScopeContext.run(second, () -> types.confirm(second, county.township(), early)))
                .isInstanceOf(TypeInClosedMonth.class);
        ScopeContext.run(first, () -> types.withdraw(first, county.township(), early));
        assertThatThrownBy(() -> propose(county.township(), false, lastOfSeptember))
                .isInstanceOf(TypeInClosedMonth.class);

        UUID type = propose(county.township(), false, lastOfSeptember.plusDays(1));
        ScopeContext.run(second, () -> types.confirm(second, county.township(), type));
        assertThat(isIndustrial(lastOfSeptember)).isTrue();
        assertThat(isIndustrial(lastOfSeptember.plusDays(1))).isFalse();
    }

    @Test
    void aTypeBeginsInAYearThatCanBeMeant() {
        assertThatThrownBy(() -> propose(county.township(), false, LocalDate.of(2101, 1, 1)))
                .isInstanceOf(EffectiveOutOfRange.class);
    }

    @Test
    void whoeverDecidesTooLateHearsWhatBecameOfTheProposal() {
        UUID type = propose(county.township(), false, DAY);

        Optional<Throwable> refused = new Meanwhile(transactions, database)
                .run(
                        first,
                        () -> types.withdraw(first, county.township(), type),
                        second,
                        () -> types.confirm(second, county.township(), type));

        assertThat(refused).containsInstanceOf(ProposalWithdrawn.class);
    }

    @Test
    void anotherMistakeIsNotCalledAWaitingProposal() {
        assertThatThrownBy(() -> ScopeContext.run(
                        first, () -> types.propose(first, county.township(), false, DAY, "x".repeat(501))))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void theDatabaseItselfAsksForASecondPerson() {
        UUID type = propose(county.township(), false, DAY);

        refused(
                first,
                "update township_type set confirmed_by = proposed_by, confirmed_by_name = 'x', confirmed_at = now()"
                        + " where id = '" + type + "'",
                "township_type_two_persons");
        refused(second, "update township_type set industrial = true where id = '" + type + "'", "denied");
        refused(first, "delete from township_type where id = '" + type + "'", "denied");
    }

    private void refused(CurrentUser user, String sql, String why) {
        assertThatThrownBy(() -> ScopeContext.run(
                        user, () -> new TransactionTemplate(transactions).executeWithoutResult(t -> jdbc.update(sql))))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining(why);
    }

    private UUID propose(UUID township, boolean industrial, LocalDate from) {
        return ScopeContext.call(first, () -> types.propose(first, township, industrial, from, "县委常委会会议纪要"));
    }

    private boolean isIndustrial(LocalDate day) {
        return ScopeContext.call(
                first, () -> divisions.isIndustrial(Scope.county(county.id()), county.township(), day));
    }
}
