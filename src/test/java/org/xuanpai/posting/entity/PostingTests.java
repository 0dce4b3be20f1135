package org.xuanpai.posting.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xuanpai.posting.AppointmentMissing;
import org.xuanpai.posting.ChecksMissing;
import org.xuanpai.posting.EndDecided;
import org.xuanpai.posting.EndKind;
import org.xuanpai.posting.NoticeEnd;
import org.xuanpai.posting.NoticeEndUnknown;
import org.xuanpai.posting.NoticeStillRunning;
import org.xuanpai.posting.NoticeTooEarly;
import org.xuanpai.posting.ObjectionsOpen;
import org.xuanpai.posting.OfficeOutOfRange;
import org.xuanpai.posting.PostingReason;
import org.xuanpai.posting.PostingState;
import org.xuanpai.posting.ProcedureView;
import org.xuanpai.posting.QuorumMissing;
import org.xuanpai.posting.StepEntry;
import org.xuanpai.posting.StepInFuture;
import org.xuanpai.posting.StepKind;
import org.xuanpai.posting.StepNotOpen;
import org.xuanpai.posting.StepNotWaivable;
import org.xuanpai.posting.StepsOutOfOrder;
import org.xuanpai.posting.TalkMissing;
import org.xuanpai.posting.TermOutOfRange;
import org.xuanpai.posting.TermStart;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Role;
import org.xuanpai.shared.RuleViolation;
import org.xuanpai.shared.Scope;
import org.xuanpai.shared.SecondPersonNeeded;

/** The rules that a posting holds by itself, each attacked, and ten thousand walks against a model that shares no code with it. */
class PostingTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final UUID COUNTY = Ids.next();
    private static final CurrentUser ONE = organizer("周敏");
    private static final CurrentUser OTHER = organizer("方正平");
    private static final LocalDate BEGIN = LocalDate.of(2026, 3, 2);
    private static final int WALKS = 10_000;
    private static final int STEPS_OF_A_WALK = 30;

    @Test
    void itGoesFromProposalToOfficeAndOut() {
        Course course = new Course().upTo(StepKind.NOTICE_CLOSED);
        course.beside(StepKind.TALK).beside(StepKind.APPOINTMENT);
        LocalDate office = course.day.plusDays(3);
        course.announce(office);

        assertThat(course.posting.stateAt(noon(course.day))).isEqualTo(PostingState.ANNOUNCED);
        Instant begins = office.atStartOfDay(ZONE).toInstant();
        assertThat(course.posting.stateAt(begins.minusMillis(1))).isEqualTo(PostingState.ANNOUNCED);
        assertThat(course.posting.stateAt(begins)).isEqualTo(PostingState.IN_OFFICE);

        course.day = office.plusDays(10);
        LocalDate last = course.day.plusDays(5);
        course.posting.end(EndKind.TRANSFERRED, last, course.entry(), ONE, noon(course.day), ZONE);
        Instant ends = last.plusDays(1).atStartOfDay(ZONE).toInstant();
        assertThat(course.posting.stateAt(ends.minusMillis(1))).isEqualTo(PostingState.IN_OFFICE);
        assertThat(course.posting.stateAt(ends)).isEqualTo(PostingState.ENDED);
    }

    @Test
    void noStepIsOfADayToComeOrBeforeTheOneItFollows() {
        Course course = new Course().upTo(StepKind.CITY_CONSENTED);

        assertThatThrownBy(() -> course.posting.record(
                        StepKind.RECOMMENDED,
                        on(course.day.plusDays(1)),
                        ProcedureView.USUAL,
                        ONE,
                        noon(course.day),
                        course.day))
                .isInstanceOf(StepInFuture.class);
        assertThatThrownBy(() -> course.posting.record(
                        StepKind.RECOMMENDED,
                        on(course.day.minusDays(1)),
                        ProcedureView.USUAL,
                        ONE,
                        noon(course.day),
                        course.day))
                .isInstanceOf(StepsOutOfOrder.class);
        assertThat(course.posting.stateAt(noon(course.day))).isEqualTo(PostingState.CITY_CONSENTED);
    }

    @Test
    void onlyWhatTheCountyLetsBeWaivedIsWaived() {
        Course course = new Course().upTo(StepKind.CITY_CONSENTED);
        StepEntry waived = new StepEntry(course.day, "", "", "", null, "not promoted");
        assertThatThrownBy(() -> new Course().record(StepKind.DELIBERATED, waived))
                .isInstanceOf(StepNotWaivable.class);

        course.record(StepKind.RECOMMENDED, waived);

        assertThat(course.posting.stateAt(noon(course.day))).isEqualTo(PostingState.RECOMMENDED);
    }

    @Test
    void nothingIsDecidedBeforeTheFourChecks() {
        for (StepKind missing : StepKind.CHECKS) {
            Course course = new Course().upTo(StepKind.INSPECTED);
            StepKind.CHECKS.stream().filter(check -> check != missing).forEach(course::beside);
            assertThatThrownBy(() -> course.decide(11, 11, 11))
                    .as("without %s", missing)
                    .isInstanceOf(ChecksMissing.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "11, 8, 6, true",
        "11, 7, 7, false",
        "12, 8, 7, true",
        "12, 8, 6, false",
        "9, 6, 5, true",
        "9, 5, 5, false",
        "11, 11, 5, false",
        "11, 12, 11, false",
        "11, 8, 9, false",
        "0, 0, 0, false",
        "11, 8, -1, false",
        "3, 2, 2, true",
        "2147483647, 2147483647, 2147483647, false"
    })
    void aDecisionNeedsTwoThirdsPresentAndMoreThanHalfOfThoseDue(int due, int present, int agree, boolean valid) {
        Course course = new Course().upTo(StepKind.INSPECTED);
        StepKind.CHECKS.forEach(course::beside);

        if (valid) {
            course.decide(due, present, agree);
            assertThat(course.posting.stateAt(noon(course.day))).isEqualTo(PostingState.DECIDED);
        } else {
            assertThatThrownBy(() -> course.decide(due, present, agree)).isInstanceOf(QuorumMissing.class);
        }
    }

    @Test
    void aNoticeIsClosedTheDayAfterItsLastAndOnlyWhenThatIsKnown() {
        Course course = new Course().upTo(StepKind.NOTICE);
        LocalDate last = course.lastDay();
        course.day = last;
        assertThatThrownBy(() -> course.close(new NoticeEnd(last, null))).isInstanceOf(NoticeStillRunning.class);
        course.day = last.plusDays(1);
        assertThatThrownBy(() -> course.close(new NoticeEnd(last, 2027))).isInstanceOf(NoticeEndUnknown.class);
        course.close(new NoticeEnd(last, null));
        assertThat(course.posting.stateAt(noon(course.day))).isEqualTo(PostingState.NOTICE_CLOSED);
    }

    @Test
    void aNoticeRunsFromItsPublicationAtTheEarliestAndFiveDaysAtLeast() {
        assertThatThrownBy(() -> new PublicNotice("x", false, BEGIN, BEGIN.minusDays(1), ProcedureView.USUAL))
                .isInstanceOf(NoticeTooEarly.class);
        ProcedureView shorter = new ProcedureView(Set.of(), 1, 2, TermStart.OFFICE, true, "", "");
        assertThat(new PublicNotice("x", false, BEGIN, BEGIN, shorter).days()).isEqualTo(5);
    }

    @Test
    void eachConditionOfTheAnnouncementIsAskedFor() {
        Course bare = new Course().upTo(StepKind.NOTICE_CLOSED);
        assertThatThrownBy(() -> bare.announce(bare.day)).isInstanceOf(TalkMissing.class);
        bare.beside(StepKind.TALK);
        assertThatThrownBy(() -> bare.announce(bare.day)).isInstanceOf(AppointmentMissing.class);
        bare.beside(StepKind.APPOINTMENT);
        bare.objections = 1;
        assertThatThrownBy(() -> bare.announce(bare.day)).isInstanceOf(ObjectionsOpen.class);
        bare.objections = 0;
        assertThatThrownBy(() -> bare.announce(bare.day.minusDays(1))).isInstanceOf(OfficeOutOfRange.class);
        assertThatThrownBy(() -> bare.announce(bare.day.plusDays(32))).isInstanceOf(OfficeOutOfRange.class);
        bare.announce(bare.day);
        assertThat(bare.posting.stateAt(noon(bare.day))).isEqualTo(PostingState.IN_OFFICE);
    }

    @Test
    void theNoticeOfAppointmentFollowsThePublicNotice() {
        Course course = new Course().upTo(StepKind.NOTICE);
        assertThatThrownBy(() -> course.beside(StepKind.APPOINTMENT)).isInstanceOf(StepNotOpen.class);
    }

    @Test
    void aTermEndsOnceAndIsExtendedForward() {
        Course course = new Course().upTo(StepKind.ANNOUNCED);
        LocalDate expected = course.decided.plusYears(2).minusDays(1);
        assertThatThrownBy(() -> course.extend(expected)).isInstanceOf(TermOutOfRange.class);
        course.extend(expected.plusMonths(6));
        assertThatThrownBy(() -> course.end(course.day.minusDays(1))).isInstanceOf(TermOutOfRange.class);
        course.end(course.day.plusMonths(1));
        assertThatThrownBy(() -> course.end(course.day.plusMonths(2))).isInstanceOf(EndDecided.class);
        assertThatThrownBy(() -> course.extend(expected.plusYears(1))).isInstanceOf(EndDecided.class);
    }

    @Test
    void whatIsTakenOverCountsWhenASecondPersonConfirms() {
        Posting posting = takenOver(BEGIN, null);
        assertThat(posting.stateAt(noon(BEGIN.plusYears(1)))).isEqualTo(PostingState.PROPOSED);
        assertThatThrownBy(() -> posting.confirm(ONE, noon(BEGIN), ZONE)).isInstanceOf(SecondPersonNeeded.class);

        posting.confirm(OTHER, noon(BEGIN), ZONE);

        assertThat(posting.stateAt(noon(BEGIN))).isEqualTo(PostingState.IN_OFFICE);
        Posting past = takenOver(BEGIN, BEGIN.plusDays(9));
        past.confirm(OTHER, noon(BEGIN), ZONE);
        assertThat(past.stateAt(noon(BEGIN.plusDays(9)))).isEqualTo(PostingState.IN_OFFICE);
        assertThat(past.stateAt(noon(BEGIN.plusDays(10)))).isEqualTo(PostingState.ENDED);
    }

    @Test
    void whatIsTakenOverHasBegunAndItsDatesAreInOrder() {
        assertThatThrownBy(() -> takenOver(BEGIN.plusYears(3), null)).isInstanceOf(StepInFuture.class);
        assertThatThrownBy(() -> takenOver(BEGIN, BEGIN.minusDays(1))).isInstanceOf(TermOutOfRange.class);
    }

    /** A walk takes any step at any time, with any date; the model says what comes of it. */
    @Test
    void tenThousandWalksEndWhereTheModelSays() {
        Random random = new Random(20261130);
        Set<PostingState> seen = EnumSet.noneOf(PostingState.class);
        for (int walk = 0; walk < WALKS; walk++) {
            Course course = new Course();
            Model model = new Model(BEGIN);
            StringBuilder path = new StringBuilder();
            for (int step = 0; step < STEPS_OF_A_WALK; step++) {
                course.day = course.day.plusDays(random.nextInt(5));
                StepKind kind = likely(random, course);
                LocalDate onDay = random.nextInt(8) == 0 ? course.day.plusDays(random.nextInt(4) - 2L) : course.day;
                path.append(kind)
                        .append(' ')
                        .append(onDay)
                        .append(' ')
                        .append(course.day)
                        .append("; ");
                boolean taken = course.tries(kind, onDay);
                assertThat(taken).as("walk %d: %s", walk, path).isEqualTo(model.takes(kind.name(), onDay, course.day));
                PostingState state = course.posting.stateAt(noon(course.day));
                assertThat(state.name()).as("walk %d: %s", walk, path).isEqualTo(model.state(course.day));
                seen.add(state);
            }
        }
        assertThat(seen).as("states that the walks came by").isEqualTo(EnumSet.allOf(PostingState.class));
    }

    /** Mostly what would be next, else anything; otherwise no walk would come far. */
    private static StepKind likely(Random random, Course course) {
        StepKind[] kinds = StepKind.values();
        if (random.nextInt(3) == 0) {
            StepKind any = kinds[random.nextInt(kinds.length)];
            return any == StepKind.WITHDRAWN && random.nextInt(4) > 0 || any == StepKind.TAKEN_OVER
                    ? StepKind.TALK
                    : any;
        }
        PostingState state = course.posting.stateAt(noon(course.day));
        if (state == PostingState.INSPECTED) {
            for (StepKind check : EnumSet.range(StepKind.FILE_REVIEW, StepKind.COMPLAINTS)) {
                if (!course.done.contains(check)) {
                    return check;
                }
            }
        }
        if (state == PostingState.NOTICE_CLOSED && !course.done.contains(StepKind.TALK)) {
            return StepKind.TALK;
        }
        if (state == PostingState.NOTICE_CLOSED && !course.done.contains(StepKind.APPOINTMENT)) {
            return StepKind.APPOINTMENT;
        }
        return StepKind.after(state).orElse(StepKind.ENDED);
    }

    private static Posting takenOver(LocalDate from, @Nullable LocalDate endedOn) {
        return Posting.takeOver(
                COUNTY,
                new Posting.Candidate(Ids.next(), "陆明川", Ids.next(), Set.of(PostingReason.INDUSTRY), ""),
                new Posting.Term(from, from.plusYears(2), endedOn, endedOn == null ? null : EndKind.EXPIRED),
                on(BEGIN),
                ONE,
                noon(BEGIN),
                BEGIN.plusYears(1));
    }

    private static StepEntry on(LocalDate day) {
        return StepEntry.of(day, "县委常委会", "清组〔2026〕37号", "");
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(ZONE).toInstant();
    }

    private static CurrentUser organizer(String name) {
        return new CurrentUser(Ids.next(), "x", name, Ids.next(), Role.COUNTY_ORGANIZER, Scope.county(COUNTY), "");
    }

    /** One posting on its way, a day after the other unless a test says otherwise. */
    private static final class Course {

        private final PostingRound round = new PostingRound(COUNTY, "2026", null, ONE, noon(BEGIN));
        private final Posting posting = Posting.propose(
                round,
                new Posting.Candidate(Ids.next(), "陆明川", Ids.next(), Set.of(PostingReason.INDUSTRY), ""),
                on(BEGIN),
                ONE,
                noon(BEGIN),
                BEGIN);
        private final Set<StepKind> done = new HashSet<>();
        private LocalDate day = BEGIN;
        private LocalDate decided = BEGIN;
        private long objections;

        Course upTo(StepKind last) {
            for (StepKind kind :
                    List.of(StepKind.DELIBERATED, StepKind.CITY_CONSENTED, StepKind.RECOMMENDED, StepKind.INSPECTED)) {
                if (kind.compareTo(last) <= 0) {
                    day = day.plusDays(1);
                    record(kind, on(day));
                }
            }
            if (last.compareTo(StepKind.DECIDED) >= 0) {
                StepKind.CHECKS.forEach(this::beside);
                decide(11, 10, 10);
            }
            if (last.compareTo(StepKind.NOTICE) >= 0) {
                publish();
            }
            if (last.compareTo(StepKind.NOTICE_CLOSED) >= 0) {
                day = lastDay().plusDays(1);
                close(new NoticeEnd(lastDay(), null));
            }
            if (last.compareTo(StepKind.ANNOUNCED) >= 0) {
                beside(StepKind.TALK).beside(StepKind.APPOINTMENT).announce(day);
            }
            return this;
        }

        StepEntry entry() {
            return on(day);
        }

        void record(StepKind kind, StepEntry entry) {
            posting.record(kind, entry, ProcedureView.USUAL, ONE, noon(day), day);
        }

        Course beside(StepKind kind) {
            record(kind, entry());
            return this;
        }

        void decide(int due, int present, int agree) {
            record(
                    StepKind.DECIDED,
                    new StepEntry(day, "县委常委会", "", "", new StepEntry.Meeting(due, present, agree), null));
            decided = day;
        }

        void publish() {
            posting.publish(
                    new PublicNotice("清组公〔2026〕12号", false, day, day.plusDays(1), ProcedureView.USUAL),
                    entry(),
                    ONE,
                    noon(day),
                    ZONE);
        }

        /** Seven days, for what counts here is not the calendar. */
        LocalDate lastDay() {
            return posting.notice().from().plusDays(6);
        }

        void close(NoticeEnd end) {
            posting.closeNotice(end, entry(), ONE, noon(day), day);
        }

        void announce(LocalDate office) {
            posting.announce(
                    new NoticeEnd(lastDay(), null),
                    objections,
                    office,
                    entry(),
                    ProcedureView.USUAL,
                    ONE,
                    noon(day),
                    ZONE);
        }

        void extend(LocalDate until) {
            posting.extend(until, entry(), ONE, noon(day), day);
        }

        void end(LocalDate last) {
            posting.end(EndKind.EXPIRED, last, entry(), ONE, noon(day), ZONE);
        }

        boolean tries(StepKind kind, LocalDate onDay) {
            StepEntry entry = kind == StepKind.DECIDED
                    ? new StepEntry(onDay, "", "", "", new StepEntry.Meeting(3, 3, 3), null)
                    : on(onDay);
            try {
                switch (kind) {
                    case NOTICE ->
                        posting.publish(
                                new PublicNotice("x", false, onDay, onDay.plusDays(1), ProcedureView.USUAL),
                                entry,
                                ONE,
                                noon(day),
                                ZONE);
                    case NOTICE_CLOSED ->
                        posting.closeNotice(new NoticeEnd(lastDay(), null), entry, ONE, noon(day), day);
                    case ANNOUNCED ->
                        posting.announce(
                                new NoticeEnd(lastDay(), null),
                                0,
                                onDay.plusDays(2),
                                entry,
                                ProcedureView.USUAL,
                                ONE,
                                noon(day),
                                ZONE);
                    case WITHDRAWN -> posting.withdraw(entry, ONE, noon(day), day);
                    case EXTENDED -> posting.extend(BEGIN.plusYears(3), entry, ONE, noon(day), day);
                    case ENDED -> posting.end(EndKind.EXPIRED, onDay.plusDays(3), entry, ONE, noon(day), ZONE);
                    default -> posting.record(kind, entry, ProcedureView.USUAL, ONE, noon(day), day);
                }
                done.add(kind);
                return true;
            } catch (RuleViolation refused) {
                return false;
            }
        }
    }

    /** What comes of a step, in words and days alone. */
    private static final class Model {

        private static final List<String> LINE = List.of(
                "PROPOSED",
                "DELIBERATED",
                "CITY_CONSENTED",
                "RECOMMENDED",
                "INSPECTED",
                "DECIDED",
                "NOTICE",
                "NOTICE_CLOSED",
                "ANNOUNCED");
        private static final List<String> CHECKS =
                List.of("FILE_REVIEW", "PERSONAL_MATTERS", "DISCIPLINE_OPINION", "COMPLAINTS");

        private final LocalDate proposed;
        private final Set<String> recorded = new HashSet<>();
        private final List<LocalDate> asides = new ArrayList<>();
        private int at;
        private boolean withdrawn;
        private LocalDate latest;
        private LocalDate noticeOver = LocalDate.MAX;
        private LocalDate office = LocalDate.MAX;
        private LocalDate over = LocalDate.MAX;
        private boolean extended;

        Model(LocalDate proposed) {
            this.proposed = proposed;
            this.latest = proposed;
        }

        String state(LocalDate today) {
            if (withdrawn) {
                return "WITHDRAWN";
            }
            if (at < LINE.size() - 1) {
                return LINE.get(at);
            }
            return !today.isBefore(over) ? "ENDED" : today.isBefore(office) ? "ANNOUNCED" : "IN_OFFICE";
        }

        boolean takes(String kind, LocalDate day, LocalDate today) {
            if (day.isAfter(today) || withdrawn || kind.equals("TAKEN_OVER") || kind.equals("PROPOSED")) {
                return false;
            }
            if (CHECKS.contains(kind)) {
                return at <= 4 && !day.isBefore(proposed) && aside(kind, day);
            }
            if (kind.equals("TALK")) {
                return (at == 6 || at == 7) && !day.isBefore(latest) && aside(kind, day);
            }
            if (kind.equals("APPOINTMENT")) {
                return at == 7 && !day.isBefore(latest) && aside(kind, day);
            }
            if (kind.equals("WITHDRAWN")) {
                withdrawn = at < 8 && !day.isBefore(latest);
                return withdrawn;
            }
            if (kind.equals("EXTENDED")) {
                boolean taken = at == 8 && over.equals(LocalDate.MAX) && !extended && !day.isBefore(latest);
                extended |= taken;
                return taken;
            }
            if (kind.equals("ENDED")) {
                boolean taken = at == 8
                        && over.equals(LocalDate.MAX)
                        && !day.isBefore(latest)
                        && !day.plusDays(3).isBefore(office);
                over = taken ? day.plusDays(4) : over;
                return taken;
            }
            return moves(kind, day);
        }

        private boolean moves(String kind, LocalDate day) {
            LocalDate earliest = kind.equals("DECIDED") || kind.equals("ANNOUNCED")
                    ? asides.stream()
                            .max(LocalDate::compareTo)
                            .filter(latest::isBefore)
                            .orElse(latest)
                    : latest;
            boolean next = LINE.indexOf(kind) == at + 1 && !day.isBefore(earliest);
            boolean complete = !kind.equals("DECIDED") || recorded.containsAll(CHECKS);
            boolean ran = !Set.of("NOTICE_CLOSED", "ANNOUNCED").contains(kind) || day.isAfter(noticeOver);
            boolean papers = !kind.equals("ANNOUNCED") || recorded.containsAll(Set.of("TALK", "APPOINTMENT"));
            if (!next || !complete || !ran || !papers) {
                return false;
            }
            at++;
            latest = day;
            if (kind.equals("NOTICE")) {
                noticeOver = day.plusDays(7);
            }
            if (kind.equals("ANNOUNCED")) {
                office = day.plusDays(2);
            }
            return true;
        }

        private boolean aside(String kind, LocalDate day) {
            recorded.add(kind);
            asides.add(day);
            return true;
        }
    }
}
