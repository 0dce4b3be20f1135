package org.xuanpai.progress.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xuanpai.industry.FigureSource;
import org.xuanpai.industry.IndicatorKind;
import org.xuanpai.industry.IndicatorSection;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.TypedValue;
import org.xuanpai.progress.LargerPart;
import org.xuanpai.progress.OpenFields;

class SubmissionCheckTests {

    private static final List<IndicatorView> ASKED = List.of(
            indicator("added", null, "added_growth", TypedValue.CUMULATIVE),
            indicator("added_growth", null, null, TypedValue.MONTH),
            indicator("fixed", null, null, TypedValue.CUMULATIVE),
            indicator("industrial", "fixed", null, TypedValue.CUMULATIVE),
            indicator("renovation", "industrial", null, TypedValue.CUMULATIVE),
            indicator("paid", "fixed", null, TypedValue.MONTH),
            indicator("research", null, null, TypedValue.CUMULATIVE));

    @Test
    void whatHasATargetMustBeThereInTheOrderOfTheForm() {
        SubmissionCheck check =
                SubmissionCheck.of(ASKED, Set.of("research", "added", "gone"), Map.of("fixed", BigDecimal.ONE));
        assertThat(check.missing()).containsExactly("added", "research");
    }

    @Test
    void aPartIsNotLargerThanItsWhole() {
        SubmissionCheck check = SubmissionCheck.of(
                ASKED, Set.of(), Map.of("fixed", of("2980"), "industrial", of("3120"), "renovation", of("3120.00")));
        assertThat(check.larger()).containsExactly(new LargerPart("industrial", of("3120"), "fixed", of("2980")));
    }

    @Test
    void whatIsNotTypedOrNotComparableContradictsNothing() {
        assertThat(SubmissionCheck.of(ASKED, Set.of(), Map.of("industrial", of("5")))
                        .larger())
                .isEmpty();
        assertThat(SubmissionCheck.of(ASKED, Set.of(), Map.of("fixed", of("1"), "paid", of("5")))
                        .larger())
                .isEmpty();
    }

    @Test
    void aReturnWithoutMarksOpensEverything() {
        OpenFields open = SubmissionCheck.openAfterReturn(Set.of(), ASKED, Set.of(), Map.of());
        assertThat(open.includes("anything")).isTrue();
    }

    @Test
    void aMarkOpensWhatBelongsToItAndTheNote() {
        OpenFields open = SubmissionCheck.openAfterReturn(Set.of("renovation"), ASKED, Set.of(), Map.of());
        assertThat(open.marked()).containsExactlyInAnyOrder("renovation", "industrial", "fixed", "paid", "behind-note");
        open = SubmissionCheck.openAfterReturn(Set.of("added"), ASKED, Set.of(), Map.of());
        assertThat(open.marked()).containsExactlyInAnyOrder("added", "added_growth", "behind-note");
    }

    @Test
    void aMarkedTextOpensNoFigure() {
        OpenFields open = SubmissionCheck.openAfterReturn(
                Set.of("party-part"), ASKED, Set.of("research"), Map.of("research", of("1")));
        assertThat(open.marked()).containsExactly("party-part");
    }

    @Test
    void whatATargetConfirmedSinceMakesMissingIsOpen() {
        OpenFields open = SubmissionCheck.openAfterReturn(Set.of("party-part"), ASKED, Set.of("research"), Map.of());
        assertThat(open.marked()).containsExactlyInAnyOrder("party-part", "research", "behind-note");
    }

    private static BigDecimal of(String figure) {
        return new BigDecimal(figure);
    }

    private static IndicatorView indicator(
            String code, @Nullable String partOf, @Nullable String growthCode, TypedValue typed) {
        return new IndicatorView(
                code,
                code,
                code,
                "",
                "",
                IndicatorSection.OUTPUT,
                IndicatorKind.FLOW,
                typed,
                2,
                false,
                partOf,
                growthCode,
                FigureSource.TOWNSHIP,
                "",
                "",
                false,
                null);
    }
}
