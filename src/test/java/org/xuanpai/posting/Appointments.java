package org.xuanpai.posting;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.beans.factory.BeanFactory;
import org.xuanpai.MutableClock;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.posting.service.PostingObjectionService;
import org.xuanpai.posting.service.PostingService;
import org.xuanpai.posting.service.ProposePosting;
import org.xuanpai.posting.service.PublishNotice;
import org.xuanpai.posting.service.RoundService;
import org.xuanpai.posting.service.TakeOverService;
import org.xuanpai.shared.CurrentUser;

/** Takes a round of one through the steps with the clock, as the county's first organizer; a step a day from 2 March 2026. */
public final class Appointments {

    public static final LocalDate BEGIN = LocalDate.of(2026, 3, 2);

    private final MutableClock clock;
    public final RoundService rounds;
    public final PostingService postings;
    public final PostingObjectionService objections;
    public final TakeOverService takingOver;
    public final TestCounty county;
    public final UUID round;
    public final UUID posting;
    private LocalDate day;

    /** Proposes the person for the township in a round of its own. */
    public Appointments(BeanFactory beans, TestCounty county, UUID person, UUID township) {
        this.clock = beans.getBean(MutableClock.class);
        this.rounds = beans.getBean(RoundService.class);
        this.postings = beans.getBean(PostingService.class);
        this.objections = beans.getBean(PostingObjectionService.class);
        this.takingOver = beans.getBean(TakeOverService.class);
        this.county = county;
        this.day = BEGIN;
        at(BEGIN);
        this.round = ScopeContext.call(organizer(), () -> rounds.open(organizer(), "2026 第一批"));
        this.posting = ScopeContext.call(
                organizer(),
                () -> rounds.propose(
                        organizer(),
                        round,
                        new ProposePosting(person, township, Set.of(PostingReason.INDUSTRY), "县委常委", entry())));
    }

    public CurrentUser organizer() {
        return county.first().user();
    }

    public LocalDate day() {
        return day;
    }

    /** The clock at nine of that day. */
    public Appointments at(LocalDate today) {
        day = today;
        clock.set(today + "T09:00");
        return this;
    }

    public StepEntry entry() {
        return StepEntry.of(day, "县委常委会", "清组〔2026〕37号", "");
    }

    public static StepEntry decision(LocalDate day) {
        return new StepEntry(day, "县委常委会", "清委纪要〔2026〕21号", "", new StepEntry.Meeting(11, 10, 10), null);
    }

    /** Everything up to this step, with the notice in March 2026, when nobody has days off. */
    public Appointments upTo(StepKind last) {
        for (StepKind kind :
                List.of(StepKind.DELIBERATED, StepKind.CITY_CONSENTED, StepKind.RECOMMENDED, StepKind.INSPECTED)) {
            if (kind.compareTo(last) <= 0) {
                at(day.plusDays(1)).record(kind);
            }
        }
        if (last.compareTo(StepKind.DECIDED) >= 0) {
            checks();
            at(day.plusDays(1)).as(user -> rounds.record(user, round, StepKind.DECIDED, decision(day)));
        }
        if (last.compareTo(StepKind.NOTICE) >= 0) {
            at(day.plusDays(1)).publish(day.plusDays(1));
        }
        if (last.compareTo(StepKind.NOTICE_CLOSED) >= 0) {
            at(LocalDate.of(2026, 3, 16)).record(StepKind.NOTICE_CLOSED);
        }
        if (last.compareTo(StepKind.ANNOUNCED) >= 0) {
            papers();
            announce(day);
        }
        return this;
    }

    public void record(StepKind kind) {
        as(user -> rounds.record(user, round, kind, entry()));
    }

    public void checks() {
        StepKind.CHECKS.forEach(this::record);
    }

    public void publish(LocalDate from) {
        as(user -> rounds.publish(user, round, new PublishNotice("清组公〔2026〕12号", false, day, from, "县委组织部")));
    }

    public void papers() {
        as(user -> postings.record(user, posting, StepKind.TALK, entry()));
        as(user -> postings.record(user, posting, StepKind.APPOINTMENT, entry()));
    }

    public void announce(LocalDate office) {
        as(user -> postings.announce(user, posting, office, entry()));
    }

    public void as(Consumer<CurrentUser> work) {
        ScopeContext.run(organizer(), () -> work.accept(organizer()));
    }
}
