package org.xuanpai.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostingStateTests {

    /** As design 4 draws it; WITHDRAWN is left out and follows by a rule of its own. */
    private static final Map<String, String> NEXT = Map.of(
            "PROPOSED", "DELIBERATED",
            "DELIBERATED", "CITY_CONSENTED",
            "CITY_CONSENTED", "RECOMMENDED",
            "RECOMMENDED", "INSPECTED",
            "INSPECTED", "DECIDED",
            "DECIDED", "NOTICE",
            "NOTICE", "NOTICE_CLOSED",
            "NOTICE_CLOSED", "ANNOUNCED",
            "ANNOUNCED", "IN_OFFICE",
            "IN_OFFICE", "ENDED");

    private static final Set<String> BEFORE_ANNOUNCED = Set.of(
            "PROPOSED",
            "DELIBERATED",
            "CITY_CONSENTED",
            "RECOMMENDED",
            "INSPECTED",
            "DECIDED",
            "NOTICE",
            "NOTICE_CLOSED");

    /** Where something is recorded without leading to another state. */
    private static final Map<String, Set<String>> BESIDE = Map.of(
            "FILE_REVIEW", Set.of("PROPOSED", "DELIBERATED", "CITY_CONSENTED", "RECOMMENDED", "INSPECTED"),
            "PERSONAL_MATTERS", Set.of("PROPOSED", "DELIBERATED", "CITY_CONSENTED", "RECOMMENDED", "INSPECTED"),
            "DISCIPLINE_OPINION", Set.of("PROPOSED", "DELIBERATED", "CITY_CONSENTED", "RECOMMENDED", "INSPECTED"),
            "COMPLAINTS", Set.of("PROPOSED", "DELIBERATED", "CITY_CONSENTED", "RECOMMENDED", "INSPECTED"),
            "TALK", Set.of("NOTICE", "NOTICE_CLOSED"),
            "APPOINTMENT", Set.of("NOTICE_CLOSED"),
            "EXTENDED", Set.of("ANNOUNCED", "IN_OFFICE"),
            "ENDED", Set.of("ANNOUNCED", "IN_OFFICE"),
            "TAKEN_OVER", Set.of());

    @ParameterizedTest
    @EnumSource
    void aStateIsFollowedByTheNextOneOrByWithdrawal(PostingState from) {
        for (PostingState to : PostingState.values()) {
            boolean next = to.name().equals(NEXT.get(from.name()));
            boolean withdrawn = to == PostingState.WITHDRAWN && BEFORE_ANNOUNCED.contains(from.name());
            boolean endedBefore = from == PostingState.ANNOUNCED && to == PostingState.ENDED;
            assertThat(from.mayBecome(to)).as("%s to %s", from, to).isEqualTo(next || withdrawn || endedBefore);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStepIsOpenWhereItsStateFollowsOrWhereItIsRecorded(StepKind kind) {
        for (PostingState at : PostingState.values()) {
            boolean open = BESIDE.containsKey(kind.name())
                    ? BESIDE.get(kind.name()).contains(at.name())
                    : kind == StepKind.WITHDRAWN
                            ? BEFORE_ANNOUNCED.contains(at.name())
                            : kind.name().equals(NEXT.get(at.name()));
            assertThat(kind.isOpenIn(at)).as("%s in %s", kind, at).isEqualTo(open);
        }
    }

    @Test
    void decisionNoticeAndAnnouncementAreNeverWaived() {
        assertThat(StepKind.WAIVABLE)
                .containsExactlyInAnyOrder(
                        StepKind.DELIBERATED,
                        StepKind.CITY_CONSENTED,
                        StepKind.RECOMMENDED,
                        StepKind.INSPECTED,
                        StepKind.FILE_REVIEW,
                        StepKind.PERSONAL_MATTERS,
                        StepKind.DISCIPLINE_OPINION,
                        StepKind.COMPLAINTS);
        assertThat(ProcedureView.USUAL.waivable()).isSubsetOf(StepKind.WAIVABLE);
    }

    @Test
    void nothingIsPublicBeforeTheNotice() {
        assertThat(EnumSet.allOf(PostingState.class).stream().filter(PostingState::isBeforeNotice))
                .containsExactlyElementsOf(EnumSet.range(PostingState.PROPOSED, PostingState.DECIDED));
    }
}
