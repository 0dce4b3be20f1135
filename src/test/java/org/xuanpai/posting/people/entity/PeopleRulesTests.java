package org.xuanpai.posting.people.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xuanpai.posting.people.AssignmentEnded;
import org.xuanpai.posting.people.AssignmentKind;
import org.xuanpai.posting.people.AssignmentNotConfirmed;
import org.xuanpai.posting.people.BirthMonthUnlikely;
import org.xuanpai.posting.people.DatesOutOfOrder;
import org.xuanpai.posting.people.OfficeEnded;
import org.xuanpai.posting.people.OfficeKind;
import org.xuanpai.posting.people.OfficeNotConfirmed;
import org.xuanpai.posting.people.PortfolioEnded;
import org.xuanpai.posting.people.Sex;
import org.xuanpai.posting.people.TownshipMissing;
import org.xuanpai.shared.AlreadyConfirmed;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.NotTheProposer;
import org.xuanpai.shared.ProposalWithdrawn;
import org.xuanpai.shared.Role;
import org.xuanpai.shared.Scope;
import org.xuanpai.shared.SecondPersonNeeded;
import org.xuanpai.shared.StaleVersion;

/** The rules that people, offices, portfolios and assignments hold by themselves. */
class PeopleRulesTests {

    private static final UUID COUNTY = Ids.next();
    private static final UUID TOWNSHIP = Ids.next();
    private static final Instant NOW = Instant.parse("2026-11-10T01:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 10);
    private static final LocalDate FROM = LocalDate.of(2024, 3, 1);
    private static final CurrentUser FIRST = organizer("first");
    private static final CurrentUser SECOND = organizer("second");

    private final Person person = new Person(COUNTY, born("1975-06"), TODAY);

    @ParameterizedTest
    @CsvSource({
        "1926-10, false",
        "1926-11, true",
        "1975-06, true",
        "2008-11, true",
        "2008-12, false",
        "2026-11, false",
        "0001-01, false"
    })
    void nobodyIsTooYoungOrTooOld(String month, boolean likely) {
        if (likely) {
            assertThatCode(() -> new Person(COUNTY, born(month), TODAY)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> new Person(COUNTY, born(month), TODAY)).isInstanceOf(BirthMonthUnlikely.class);
            assertThatThrownBy(() -> person.correct(born(month), 0, TODAY)).isInstanceOf(BirthMonthUnlikely.class);
        }
    }

    @Test
    void aPersonIsCorrectedByWhoeverHasSeenTheLatestVersion() {
        assertThatThrownBy(() -> person.correct(born("1975-07"), 1, TODAY)).isInstanceOf(StaleVersion.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-01, , ",
        "2024-03-01, 2024-03-02, ",
        "2024-03-01, 2024-03-01, DatesOutOfOrder",
        "2024-03-01, 2024-02-29, DatesOutOfOrder",
        "1979-12-31, , DayUnlikely",
        "1980-01-01, , ",
        "2100-12-31, , ",
        "2101-01-01, , DayUnlikely",
        "2024-03-01, 2101-01-01, DayUnlikely"
    })
    void nothingEndsBeforeItBeginsOrLastsForEver(LocalDate from, @Nullable LocalDate to, @Nullable String refusal) {
        check(refusal, () -> office(OfficeKind.DEPUTY_COUNTY_HEAD, null, from, to));
        check(refusal, () -> new Portfolio(person, "工业", from, to, FIRST, NOW));
        check(refusal, () -> assignment(from, to));
    }

    private static void check(@Nullable String refusal, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(act);
        if (refusal == null) {
            assertThat(thrown).isNull();
        } else {
            assertThat(thrown).isNotNull();
            assertThat(thrown.getClass().getSimpleName()).isEqualTo(refusal);
        }
    }

    @ParameterizedTest
    @EnumSource(OfficeKind.class)
    void aPartySecretaryHasATownshipAndNobodyElse(OfficeKind kind) {
        if (kind == OfficeKind.TOWNSHIP_PARTY_SECRETARY) {
            assertThatThrownBy(() -> office(kind, null, FROM, null)).isInstanceOf(TownshipMissing.class);
        } else {
            assertThatCode(() -> office(kind, null, FROM, null)).doesNotThrowAnyException();
        }
        assertThatCode(() -> office(kind, TOWNSHIP, FROM, null)).doesNotThrowAnyException();
    }

    @Test
    void anOfficeIsConfirmedByAnotherPersonOnce() {
        Office office = office(OfficeKind.DEPUTY_COUNTY_HEAD, null, FROM, null);

        assertThatThrownBy(() -> office.confirm(FIRST, NOW)).isInstanceOf(SecondPersonNeeded.class);
        assertThatThrownBy(() -> office.withdraw(SECOND, NOW)).isInstanceOf(NotTheProposer.class);
        office.confirm(SECOND, NOW);
        assertThatThrownBy(() -> office.confirm(SECOND, NOW)).isInstanceOf(AlreadyConfirmed.class);
        assertThatThrownBy(() -> office.withdraw(FIRST, NOW)).isInstanceOf(AlreadyConfirmed.class);
    }

    @Test
    void anOfficeEndsWhenAnotherPersonConfirmsItsEndAndOnce() {
        Office office = office(OfficeKind.DEPUTY_COUNTY_HEAD, null, FROM, null);
        assertThatThrownBy(() -> end(office, FROM.plusDays(1))).isInstanceOf(OfficeNotConfirmed.class);
        office.confirm(SECOND, NOW);
        assertThatThrownBy(() -> end(office, FROM)).isInstanceOf(DatesOutOfOrder.class);

        OfficeEnd end = end(office, FROM.plusDays(1));
        OfficeEnd other = end(office, FROM.plusDays(2));
        assertThat(office.validTo()).isEmpty();
        assertThatThrownBy(() -> end.confirm(office, FIRST, NOW)).isInstanceOf(SecondPersonNeeded.class);
        assertThat(office.validTo()).isEmpty();
        assertThatThrownBy(() -> office.end(other)).isInstanceOf(IllegalArgumentException.class);
        end.confirm(office, SECOND, NOW);
        office.end(end);

        assertThat(office.validTo()).contains(FROM.plusDays(1));
        assertThatThrownBy(() -> end(office, FROM.plusDays(3))).isInstanceOf(OfficeEnded.class);
        assertThatThrownBy(() -> other.confirm(office, SECOND, NOW)).isInstanceOf(OfficeEnded.class);
    }

    @Test
    void aWithdrawnEndIsNotConfirmed() {
        Office office = office(OfficeKind.DEPUTY_COUNTY_HEAD, null, FROM, null);
        office.confirm(SECOND, NOW);
        OfficeEnd end = end(office, FROM.plusDays(1));
        end.withdraw(FIRST, NOW);

        assertThatThrownBy(() -> end.confirm(office, SECOND, NOW)).isInstanceOf(ProposalWithdrawn.class);
        assertThat(office.validTo()).isEmpty();
    }

    @Test
    void aPortfolioEndsOnce() {
        Portfolio portfolio = new Portfolio(person, "工业", FROM, null, FIRST, NOW);

        assertThatThrownBy(() -> portfolio.end(FROM, FIRST, NOW)).isInstanceOf(DatesOutOfOrder.class);
        portfolio.end(FROM.plusDays(1), FIRST, NOW);
        assertThatThrownBy(() -> portfolio.end(FROM.plusDays(2), FIRST, NOW)).isInstanceOf(PortfolioEnded.class);
    }

    @Test
    void anAssignmentIsConfirmedByAnotherPersonAndEndsOnce() {
        Assignment assignment = assignment(FROM, null);
        assertThatThrownBy(() -> assignment.confirm(FIRST, NOW)).isInstanceOf(SecondPersonNeeded.class);
        assertThatThrownBy(() -> assignment.end(FROM.plusDays(1), FIRST, NOW))
                .isInstanceOf(AssignmentNotConfirmed.class);
        assignment.confirm(SECOND, NOW);

        assertThatThrownBy(() -> assignment.end(FROM, FIRST, NOW)).isInstanceOf(DatesOutOfOrder.class);
        assignment.end(FROM.plusDays(1), FIRST, NOW);
        assertThatThrownBy(() -> assignment.end(FROM.plusDays(2), FIRST, NOW)).isInstanceOf(AssignmentEnded.class);
    }

    private Office office(OfficeKind kind, @Nullable UUID township, LocalDate from, @Nullable LocalDate to) {
        return new Office(person, kind, township, "副县长", from, to, FIRST, NOW);
    }

    private static OfficeEnd end(Office office, LocalDate day) {
        return new OfficeEnd(office, day, "调任", FIRST, NOW);
    }

    private Assignment assignment(LocalDate from, @Nullable LocalDate to) {
        return new Assignment(person, AssignmentKind.LIAISON, TOWNSHIP, null, from, to, "清委办发〔2024〕6号", FIRST, NOW);
    }

    private static PersonDetails born(String month) {
        return new PersonDetails("单雄信", "shan xiong xin", Sex.MALE, YearMonth.parse(month), "大学", null);
    }

    private static CurrentUser organizer(String name) {
        return new CurrentUser(Ids.next(), name, name, Ids.next(), Role.COUNTY_ORGANIZER, Scope.county(COUNTY), "清源县");
    }
}
