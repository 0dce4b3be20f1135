package org.xuanpai.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.posting.service.PublishNotice;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Role;
import org.xuanpai.shared.RuleViolation;

/** Every act in every state by everybody, against the table that design 4 draws. What works is taken back. */
@IntegrationTest
class PostingMachineIT {

    /** In which state an act works when nothing else is missing; those beside the states are of the term. */
    private static final Map<StepKind, Set<PostingState>> WORKS = new EnumMap<>(StepKind.class);

    static {
        WORKS.put(StepKind.DELIBERATED, EnumSet.of(PostingState.PROPOSED));
        WORKS.put(StepKind.CITY_CONSENTED, EnumSet.of(PostingState.DELIBERATED));
        WORKS.put(StepKind.RECOMMENDED, EnumSet.of(PostingState.CITY_CONSENTED));
        WORKS.put(StepKind.INSPECTED, EnumSet.of(PostingState.RECOMMENDED));
        WORKS.put(StepKind.DECIDED, EnumSet.of(PostingState.INSPECTED));
        WORKS.put(StepKind.NOTICE, EnumSet.of(PostingState.DECIDED));
        WORKS.put(StepKind.NOTICE_CLOSED, EnumSet.of(PostingState.NOTICE));
        WORKS.put(StepKind.TALK, EnumSet.of(PostingState.NOTICE, PostingState.NOTICE_CLOSED));
        WORKS.put(StepKind.APPOINTMENT, EnumSet.of(PostingState.NOTICE_CLOSED));
        WORKS.put(StepKind.ANNOUNCED, EnumSet.of(PostingState.NOTICE_CLOSED));
        WORKS.put(StepKind.EXTENDED, EnumSet.of(PostingState.ANNOUNCED, PostingState.IN_OFFICE));
        WORKS.put(StepKind.ENDED, EnumSet.of(PostingState.ANNOUNCED, PostingState.IN_OFFICE));
        WORKS.put(StepKind.WITHDRAWN, EnumSet.range(PostingState.PROPOSED, PostingState.NOTICE_CLOSED));
        StepKind.CHECKS.forEach(
                check -> WORKS.put(check, EnumSet.range(PostingState.PROPOSED, PostingState.INSPECTED)));
    }

    private static final LocalDate AFTER_NOTICE = LocalDate.of(2026, 3, 16);

    @Autowired
    private Given given;

    @Autowired
    private MutableClock clock;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private PlatformTransactionManager transactions;

    private TestCounty county;

    @BeforeEach
    void aCounty() {
        clock.set("2026-03-02T09:00");
        county = given.county(3, 0, 0);
    }

    @Test
    void whatWorksWhereAndByWhom() {
        List<String> wrong = new ArrayList<>();
        for (PostingState state : PostingState.values()) {
            Appointments made = at(state);
            for (StepKind kind : StepKind.values()) {
                boolean works = WORKS.getOrDefault(kind, Set.of()).contains(state);
                check(wrong, made, made.organizer(), kind, state, works);
                // an organizer of the county ends and extends an office; of the round itself they know nothing
                boolean ofTerm = kind == StepKind.EXTENDED || kind == StepKind.ENDED;
                check(wrong, made, county.second().user(), kind, state, works && ofTerm);
            }
            if (state == PostingState.NOTICE_CLOSED || state == PostingState.IN_OFFICE) {
                everybodyElse(wrong, made, state);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void everybodyElse(List<String> wrong, Appointments made, PostingState state) {
        for (Role role : Role.values()) {
            if (role != Role.COUNTY_ORGANIZER) {
                CurrentUser other = new CurrentUser(
                        county.second().user().accountId(),
                        county.second().username(),
                        county.second().user().displayName(),
                        null,
                        role,
                        made.organizer().scope(),
                        "");
                for (StepKind kind : WORKS.keySet()) {
                    check(wrong, made, other, kind, state, false);
                }
            }
        }
    }

    private void check(
            List<String> wrong, Appointments made, CurrentUser user, StepKind kind, PostingState state, boolean works) {
        if (tried(made, user, kind) != works) {
            wrong.add("%s by %s %s in %s".formatted(kind, user.role(), user.displayName(), state));
        }
    }

    private boolean tried(Appointments made, CurrentUser user, StepKind kind) {
        try {
            ScopeContext.run(
                    user,
                    () -> new TransactionTemplate(transactions).executeWithoutResult(tx -> {
                        tx.setRollbackOnly();
                        act(made, user, kind);
                    }));
            return true;
        } catch (RuleViolation | AccessDeniedException refused) {
            return false;
        }
    }

    private static void act(Appointments made, CurrentUser user, StepKind kind) {
        LocalDate day = made.day();
        StepEntry entry = kind == StepKind.DECIDED ? Appointments.decision(day) : made.entry();
        switch (kind) {
            case TALK, APPOINTMENT -> made.postings.record(user, made.posting, kind, entry);
            case ANNOUNCED -> made.postings.announce(user, made.posting, day, entry);
            case WITHDRAWN -> made.postings.withdraw(user, made.posting, entry);
            case EXTENDED -> made.postings.extend(user, made.posting, day.plusYears(4), entry);
            case ENDED -> made.postings.end(user, made.posting, EndKind.EXPIRED, day.plusDays(9), entry);
            case NOTICE -> made.rounds.publish(user, made.round, new PublishNotice("x", false, day, day, ""));
            case PROPOSED, TAKEN_OVER -> throw new NotFound();
            default -> made.rounds.record(user, made.round, kind, entry);
        }
    }

    /** A posting in that state with everything there that the next step asks for. */
    private Appointments at(PostingState state) {
        // each office has a township of its own
        int township = state == PostingState.IN_OFFICE ? 1 : state == PostingState.ENDED ? 2 : 0;
        Appointments made = new Appointments(
                beans, county, given.countyLeader(county), county.townships().get(township));
        switch (state) {
            case INSPECTED -> made.upTo(StepKind.INSPECTED).checks();
            case NOTICE -> made.upTo(StepKind.NOTICE).at(AFTER_NOTICE);
            case NOTICE_CLOSED -> made.upTo(StepKind.NOTICE_CLOSED).papers();
            case ANNOUNCED -> {
                made.upTo(StepKind.NOTICE_CLOSED).papers();
                made.announce(made.day().plusDays(5));
            }
            case IN_OFFICE, ENDED -> made.upTo(StepKind.ANNOUNCED);
            case WITHDRAWN -> made.as(user -> made.postings.withdraw(user, made.posting, made.entry()));
            default -> made.upTo(StepKind.valueOf(state.name()));
        }
        if (state == PostingState.ENDED) {
            end(made);
            made.at(made.day().plusDays(9));
        }
        return made;
    }

    private static void end(Appointments made) {
        made.as(user -> made.postings.end(
                user, made.posting, EndKind.EXPIRED, made.day().plusDays(1), made.entry()));
    }
}
