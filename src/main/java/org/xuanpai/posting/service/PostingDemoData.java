package org.xuanpai.posting.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.division.Divisions;
import org.xuanpai.platform.DemoDiary;
import org.xuanpai.platform.DemoPart;
import org.xuanpai.posting.PostingReason;
import org.xuanpai.posting.StepEntry;
import org.xuanpai.posting.StepKind;
import org.xuanpai.posting.people.People;
import org.xuanpai.posting.people.PersonCard;
import org.xuanpai.shared.CurrentUser;

/**
 * The demo county's First Secretaries: eight who were in office when the county began with the program, entered by one organizer
 * and confirmed by the other; a successor whose notice runs, and another whom the committee has not decided about yet.
 */
@Component
@ConditionalOnBooleanProperty("xuanpai.demo")
class PostingDemoData implements DemoPart {

    private static final List<String> IN_OFFICE = List.of("陆明川", "沈知远", "顾长宁", "韩素秋", "程立诚", "叶向南", "温伯言", "许青禾");

    /** Whose term ends soon, so that the list shows what a warning looks like. */
    private static final int ENDS_SOON = 7;

    private final TakeOverService takingOver;
    private final RoundService rounds;
    private final People people;
    private final Divisions divisions;
    private final TransactionTemplate transactions;

    private final List<UUID> entered = new ArrayList<>();
    private final Map<String, UUID> opened = new HashMap<>();

    PostingDemoData(
            TakeOverService takingOver,
            RoundService rounds,
            People people,
            Divisions divisions,
            PlatformTransactionManager transactions) {
        this.takingOver = takingOver;
        this.rounds = rounds;
        this.people = people;
        this.divisions = divisions;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public void plan(DemoDiary diary) {
        LocalDate first = diary.periods().get(0).firstDay();
        LocalDate soon = diary.present().toLocalDate().plusDays(45);
        diary.write(first.atTime(8, 30), "organizer1", together(user -> enter(user, first, soon)));
        diary.write(
                first.atTime(8, 50),
                "organizer2",
                together(user -> entered.forEach(posting -> takingOver.confirm(user, posting))));
        inNotice(diary);
        underWay(diary);
    }

    private void enter(CurrentUser user, LocalDate from, LocalDate soon) {
        List<PersonCard> leaders = people.eligible(user.scope(), from);
        for (int at = 0; at < IN_OFFICE.size(); at++) {
            LocalDate end = at == ENDS_SOON ? soon : from.plusYears(4).minusDays(1);
            entered.add(takingOver.propose(
                    user,
                    new TakeOver(
                            person(leaders, IN_OFFICE.get(at)),
                            township(at),
                            Set.of(PostingReason.INDUSTRY, PostingReason.GRASSROOTS),
                            from,
                            end,
                            null,
                            null,
                            StepEntry.of(from, "县委常委会", "清组〔" + from.getYear() + "〕" + (3 + at) + "号", ""))));
        }
    }

    /** A successor at the township whose First Secretary leaves soon. */
    private void inNotice(DemoDiary diary) {
        String title = "第二批";
        open(diary, 44, title, "吕仲谋", ENDS_SOON);
        write(diary, 37, user -> step(user, title, StepKind.DELIBERATED, 37, diary));
        write(diary, 30, user -> step(user, title, StepKind.CITY_CONSENTED, 30, diary));
        write(diary, 27, user -> step(user, title, StepKind.RECOMMENDED, 27, diary));
        write(diary, 20, user -> step(user, title, StepKind.INSPECTED, 20, diary));
        write(diary, 14, user -> checks(user, title, 14, diary));
        write(
                diary,
                9,
                user -> rounds.record(
                        user,
                        round(title),
                        StepKind.DECIDED,
                        new StepEntry(
                                ago(diary, 9),
                                "县委常委会",
                                number(diary, "清委纪要", 21),
                                "",
                                new StepEntry.Meeting(11, 10, 10),
                                null)));
        write(
                diary,
                2,
                user -> rounds.publish(
                        user,
                        round(title),
                        new PublishNotice(number(diary, "清组公", 12), false, ago(diary, 2), ago(diary, 1), "县委组织部")));
    }

    /** One that its organizers alone know of. */
    private void underWay(DemoDiary diary) {
        String title = "第三批";
        open(diary, 16, title, "解小渝", ENDS_SOON - 1);
        write(diary, 11, user -> step(user, title, StepKind.DELIBERATED, 11, diary));
        write(diary, 4, user -> step(user, title, StepKind.CITY_CONSENTED, 4, diary));
    }

    private void open(DemoDiary diary, int days, String title, String name, int at) {
        write(diary, days, user -> opened.put(title, rounds.open(user, title)));
        write(diary, days - 1, user -> {
            LocalDate day = ago(diary, days - 1);
            rounds.propose(
                    user,
                    round(title),
                    new ProposePosting(
                            person(people.eligible(user.scope(), day), name),
                            township(at),
                            Set.of(PostingReason.INDUSTRY),
                            "",
                            StepEntry.of(day, "县委组织部", "", "")));
        });
    }

    private static void write(DemoDiary diary, int days, Consumer<CurrentUser> act) {
        diary.write(ago(diary, days).atTime(10, 0), "organizer1", act);
    }

    private void step(CurrentUser user, String title, StepKind kind, int days, DemoDiary diary) {
        rounds.record(user, round(title), kind, StepEntry.of(ago(diary, days), "县委组织部", "", ""));
    }

    private void checks(CurrentUser user, String title, int days, DemoDiary diary) {
        StepKind.CHECKS.stream().sorted().forEach(check -> step(user, title, check, days, diary));
    }

    /** One transaction for all of them: a commit for each would cost more than the work. */
    private Consumer<CurrentUser> together(Consumer<CurrentUser> work) {
        return user -> transactions.executeWithoutResult(all -> work.accept(user));
    }

    private UUID round(String title) {
        return Objects.requireNonNull(opened.get(title), title);
    }

    private UUID township(int at) {
        return divisions
                .unitByCode("9901011" + "%02d".formatted(at))
                .orElseThrow()
                .id();
    }

    private static UUID person(List<PersonCard> among, String name) {
        return among.stream()
                .filter(person -> person.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static LocalDate ago(DemoDiary diary, int days) {
        return diary.present().toLocalDate().minusDays(days);
    }

    private static String number(DemoDiary diary, String series, int number) {
        return series + "〔" + diary.present().getYear() + "〕" + number + "号";
    }
}
