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
import org.xuanpai.progress.OpenFields;
import org.xuanpai.progress.check.CheckRules;
import org.xuanpai.progress.check.CheckSheet;
import org.xuanpai.progress.check.EarlierMonths;
import org.xuanpai.progress.check.Finding;
import org.xuanpai.progress.check.Findings;
import org.xuanpai.progress.check.ReasonKey;
import org.xuanpai.progress.check.RuleKind;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Severity;

class SubmissionCheckTests {

    private static final Period PERIOD = Period.of(2026, 10);
    private static final SubmissionCheck NOTHING = new SubmissionCheck(List.of(), List.of(), Findings.none());

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
        SubmissionCheck check = check(Set.of("research", "added", "gone"), Map.of("fixed", BigDecimal.ONE));
        assertThat(check.missing()).containsExactly("added", "research");
    }

    @Test
    void whereNothingIsTypedEverythingIsMissingTargetOrNot() {
        assertThat(check(Set.of(), Map.of()).missing())
                .containsExactly("added", "added_growth", "fixed", "industrial", "renovation", "paid", "research");
        assertThat(check(Set.of(), Map.of("paid", of("0"))).missing()).isEmpty();
    }

    @Test
    void aReturnWithoutMarksOpensEverything() {
        OpenFields open = SubmissionCheck.openAfterReturn(Set.of(), ASKED, NOTHING);
        assertThat(open.includes("anything")).isTrue();
    }

    @Test
    void aMarkOpensWhatBelongsToItAndTheNote() {
        OpenFields open = SubmissionCheck.openAfterReturn(Set.of("renovation"), ASKED, NOTHING);
        assertThat(open.marked()).containsExactlyInAnyOrder("renovation", "industrial", "fixed", "paid", "behind-note");
        open = SubmissionCheck.openAfterReturn(Set.of("added"), ASKED, NOTHING);
        assertThat(open.marked()).containsExactlyInAnyOrder("added", "added_growth", "behind-note");
    }

    @Test
    void aMarkedTextOpensNoFigure() {
        OpenFields open = SubmissionCheck.openAfterReturn(
                Set.of("party-part"), ASKED, check(Set.of("research"), Map.of("research", of("1"))));
        assertThat(open.marked()).containsExactly("party-part");
    }

    @Test
    void whatATargetConfirmedSinceMakesMissingIsOpen() {
        OpenFields open = SubmissionCheck.openAfterReturn(
                Set.of("party-part"), ASKED, check(Set.of("research"), Map.of("fixed", of("1"))));
        assertThat(open.marked()).containsExactlyInAnyOrder("party-part", "research", "behind-note");
    }

    @Test
    void whatARuleConfirmedSinceAsksToExplainIsOpen() {
        Finding wonders = new Finding(RuleKind.OUTLIER, Severity.REASON, "research", List.of(), "key", List.of());
        Finding blocks = new Finding(
                RuleKind.PART_ABOVE_WHOLE, Severity.BLOCK, "industrial", List.of("fixed"), "key", List.of());
        Set<String> mark = Set.of("party-part");

        assertThat(SubmissionCheck.openAfterReturn(mark, ASKED, found(wonders, Map.of()))
                        .marked())
                .containsExactlyInAnyOrder("party-part", "research", "behind-note");
        assertThat(SubmissionCheck.openAfterReturn(mark, ASKED, found(wonders, Map.of(wonders.reasonKey(), "why")))
                        .marked())
                .containsExactly("party-part");
        assertThat(SubmissionCheck.openAfterReturn(mark, ASKED, found(blocks, Map.of()))
                        .marked())
                .contains("industrial", "fixed");
    }

    @Test
    void aPartNobodyWroteIsNamedInTheOrderOfTheForm() {
        assertThat(SubmissionCheck.parts(false, " ", " ", true))
                .containsExactly("own-part", "party-part", "behind-note");
        assertThat(SubmissionCheck.parts(true, "已写", "", false)).isEmpty();
        assertThat(SubmissionCheck.parts(true, "已写", "已写", true)).isEmpty();
    }

    @Test
    void theNoteIsOpenAfterAReturnWhenItHasToBeWritten() {
        SubmissionCheck today = new SubmissionCheck(List.of(), List.of("behind-note"), Findings.none());
        assertThat(SubmissionCheck.openAfterReturn(Set.of("party-part"), ASKED, today)
                        .marked())
                .containsExactlyInAnyOrder("party-part", "behind-note");
    }

    private static SubmissionCheck found(Finding finding, Map<ReasonKey, String> reasons) {
        return new SubmissionCheck(List.of(), List.of(), new Findings(List.of(finding), reasons));
    }

    private static SubmissionCheck check(Set<String> required, Map<String, BigDecimal> typed) {
        CheckSheet sheet = new CheckSheet(PERIOD, new CheckRules(List.of()), new EarlierMonths());
        return SubmissionCheck.of(
                List.of(),
                ASKED,
                required,
                indicator -> new FigureTable.Line(
                        typed.get(indicator.code()), null, null, null, null, null, null, null, null, null),
                sheet,
                Map.of(),
                Set.of());
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
