package org.xuanpai.posting.people.service;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.division.Divisions;
import org.xuanpai.exchange.Csv;
import org.xuanpai.platform.DemoDiary;
import org.xuanpai.platform.DemoFile;
import org.xuanpai.platform.DemoPart;
import org.xuanpai.posting.people.AssignmentKind;
import org.xuanpai.posting.people.OfficeKind;
import org.xuanpai.posting.people.Sex;
import org.xuanpai.shared.CurrentUser;

/**
 * Leaders and township Party secretaries of the demo county, with offices, portfolios, liaisons and secondments: entered by one
 * organizer, confirmed by the other. The latest liaison still waits.
 */
@Component
@ConditionalOnBooleanProperty("xuanpai.demo")
class PeopleDemoData implements DemoPart {

    private final PersonService people;
    private final OfficeService offices;
    private final PortfolioService portfolios;
    private final AssignmentService assignments;
    private final Divisions divisions;
    private final TransactionTemplate transactions;

    private final Map<String, UUID> persons = new HashMap<>();
    private final Map<UUID, UUID> proposedOffices = new HashMap<>();
    private final Map<UUID, UUID> proposedAssignments = new HashMap<>();

    PeopleDemoData(
            PersonService people,
            OfficeService offices,
            PortfolioService portfolios,
            AssignmentService assignments,
            Divisions divisions,
            PlatformTransactionManager transactions) {
        this.people = people;
        this.offices = offices;
        this.portfolios = portfolios;
        this.assignments = assignments;
        this.divisions = divisions;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public void plan(DemoDiary diary) {
        LocalDateTime day = diary.beginning().plusDays(2);
        diary.write(day, "organizer1", together(this::enter));
        diary.write(day.plusHours(3), "organizer2", together(this::confirm));
        LocalDate lately = diary.present().toLocalDate().minusDays(20);
        diary.write(diary.present().minusHours(2), "organizer1", user -> enterLatest(user, lately));
    }

    /** One transaction for all of them: a commit for each would cost more than the work. */
    private Consumer<CurrentUser> together(Consumer<CurrentUser> work) {
        return user -> transactions.executeWithoutResult(all -> work.accept(user));
    }

    private void enter(CurrentUser user) {
        rows("leaders.csv").forEach(row -> leader(user, row));
        rows("assignments.csv").forEach(row -> {
            UUID person = person(row.get(0));
            proposedAssignments.put(assignments.propose(user, person, assignment(row)), person);
        });
    }

    private void confirm(CurrentUser user) {
        proposedOffices.forEach((office, person) -> offices.confirm(user, person, office));
        proposedAssignments.forEach((assignment, person) -> assignments.confirm(user, person, assignment));
    }

    private void enterLatest(CurrentUser user, LocalDate from) {
        assignments.propose(
                user,
                person("查文斌"),
                new ProposeAssignment(
                        AssignmentKind.LIAISON,
                        unit("990101200"),
                        "990101200201",
                        from,
                        null,
                        "清委办发〔" + from.getYear() + "〕31号"));
    }

    private void leader(CurrentUser user, List<String> row) {
        UUID person = people.enter(
                user,
                new PersonInput(
                        row.get(0),
                        row.get(1),
                        Sex.valueOf(row.get(2)),
                        YearMonth.parse(row.get(3)),
                        row.get(4),
                        row.get(5)));
        persons.put(row.get(0), person);
        LocalDate from = LocalDate.parse(row.get(9));
        UUID office = offices.propose(
                user,
                person,
                new ProposeOffice(OfficeKind.valueOf(row.get(6)), unitOrNone(row.get(7)), row.get(8), from, null));
        proposedOffices.put(office, person);
        for (String work : row.get(10).split("；")) {
            if (!work.isEmpty()) {
                portfolios.enter(user, person, work, from, null);
            }
        }
    }

    private ProposeAssignment assignment(List<String> row) {
        return new ProposeAssignment(
                AssignmentKind.valueOf(row.get(1)),
                unit(row.get(2)),
                row.get(3),
                LocalDate.parse(row.get(4)),
                row.get(5).isEmpty() ? null : LocalDate.parse(row.get(5)),
                row.get(6));
    }

    private static List<List<String>> rows(String file) {
        return Csv.parse(DemoFile.text(file)).stream().skip(1).toList();
    }

    private UUID person(String name) {
        return Objects.requireNonNull(persons.get(name), name);
    }

    private @Nullable UUID unitOrNone(String code) {
        return code.isEmpty() ? null : unit(code);
    }

    private UUID unit(String code) {
        return divisions.unitByCode(code).orElseThrow().id();
    }
}
