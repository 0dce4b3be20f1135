package org.xuanpai.progress.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xuanpai.industry.FigureSource;
import org.xuanpai.industry.IndicatorKind;
import org.xuanpai.industry.IndicatorSection;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.TypedValue;

/** Which figure of a pasted table goes into which field, and when none does. */
class PastedColumnTests {

    private static final List<IndicatorView> INDICATORS = List.of(
            indicator("gross_output", "规上工业总产值", "Above-scale industrial output", null, FigureSource.TOWNSHIP),
            indicator("value_added", "规上工业增加值", "Above-scale industrial value added", null, FigureSource.COUNTY),
            indicator("fixed_investment", "固定资产投资", "Fixed-asset investment", null, FigureSource.TOWNSHIP),
            indicator(
                    "industrial_investment",
                    "其中：工业投资",
                    "of it: industrial investment",
                    "fixed_investment",
                    FigureSource.TOWNSHIP),
            projects());

    private static final List<String> FROM_THE_TOP =
            List.of("gross_output", "fixed_investment", "industrial_investment", "projects_signed");

    private final Set<String> closed = new HashSet<>();

    @Test
    void namesDecideWhereFiguresGo() {
        Pasted pasted = read("规上工业总产值\t63000\n规上工业增加值\t12634\n固定资产投资\t15800\n规模\t7");

        assertThat(filled(pasted)).isEqualTo("gross_output=63,000.00 fixed_investment=15,800.00");
        assertThat(skipped(pasted)).isEqualTo("NOT_TYPED 规上工业增加值, UNKNOWN 规模");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "其中：工业投资",
                "　　其中:工业投资",
                "工业投资（万元）",
                "#工业投资",
                "工 业 投 资",
                "3.工业投资",
                "（三）工业投资：",
                "of it: industrial investment",
                "Industrial Investment (10k yuan)"
            })
    void aNameIsKnownAsPeopleWriteIt(String name) {
        assertThat(filled(read(name + "\t120"))).isEqualTo("industrial_investment=120.00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1\\t固定资产投资\\t万元\\t15800\\t预计           | fixed_investment=15,800.00",
                "一\\t固定资产投资\\t\\t15800                    | fixed_investment=15,800.00",
                "固定资产投资\\t亿元\\t1.58                      | fixed_investment=15,800.00",
                "固定资产投资（亿元）\\t1.58                      | fixed_investment=15,800.00",
                "固定资产投资\\t（亿元，当年价）\\t1.58             | fixed_investment=15,800.00",
                "单位：亿元\\n固定资产投资\\t1.58                 | fixed_investment=15,800.00",
                "指标\\t本月（亿元）\\n固定资产投资\\t1.58          | fixed_investment=15,800.00",
                "固定资产投资\\t1.58亿元                         | fixed_investment=15,800.00",
                "固定资产投资\\t（15,800）                        | fixed_investment=−15,800.00",
                "固定资产投资\\t￥15 800.5                       | fixed_investment=15,800.50",
                "固定资产投资\\t15800.555                       | fixed_investment=15,800.555",
                "签约项目\\t3个                                 | projects_signed=3"
            })
    void theFigureOfARowIsTakenInTheUnitOfTheForm(String table, String expected) {
        assertThat(filled(read(table.replace("\\t", "\t").replace("\\n", "\n"))))
                .isEqualTo(expected);
    }

    @Test
    void rowsWithoutAFieldAreNamed() {
        closed.add("gross_output");
        Pasted pasted = read("规上工业总产值\t1\n固定资产投资\t\n\t22\n工业投资\t很多\n签约项目\t3");

        assertThat(filled(pasted)).isEqualTo("projects_signed=3");
        assertThat(skipped(pasted)).isEqualTo("CLOSED 规上工业总产值, NO_FIGURE 固定资产投资, NAMELESS 22, NO_FIGURE 工业投资");
    }

    @Test
    void figuresWithoutNamesGoDownwards() {
        Pasted pasted = read("２２，１６６\r\n\n很多\n3\n\n");

        assertThat(filled(pasted)).isEqualTo("gross_output=22,166.00 industrial_investment=很多 projects_signed=3");
        assertThat(skipped(pasted)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1\\n2\\n3\\n4\\n5                         | tooMany         | [5, 4]",
                "本月\\n1\\n2                             | startsWithWords | [本月]",
                "1\\n2\\t3                                | severalInRow    | [2, 2]",
                "固定资产投资\\t1\\t2\\t3                    | severalOfOne    | [固定资产投资 / Fixed-asset investment, 3]",
                "固定资产投资\\t1\\n固定资产投资（万元）\\t2      | twice           | [固定资产投资 / Fixed-asset investment]",
                "规上工业增加值\\t1                          | nothing         | []",
                "指标\\t本月                                | nothing         | []",
                "—\\n—                                    | nothing         | []"
            })
    void whereItIsOpenWhatBelongsWhereNothingIsFilled(String table, String why, String arguments) {
        Pasted pasted = read(table.replace("\\t", "\t").replace("\\n", "\n"));

        assertThat(pasted.filled()).isEmpty();
        assertThat(pasted.refusal()).isEqualTo("progress.pasted.refused." + why);
        assertThat(pasted.arguments().toString()).isEqualTo(arguments);
    }

    @Test
    void aTableThatIsTooLongIsRefused() {
        assertThat(read("1\n".repeat(201)).refusal()).endsWith("tooLong");
        assertThat(read("1".repeat(20_001)).refusal()).endsWith("tooLong");
    }

    static List<String> endless() {
        return List.of(
                "(".repeat(19_999),
                "(" + ")(".repeat(9_999),
                "固定资产投资\t" + "(".repeat(19_000),
                "(".repeat(19_000) + "\t1",
                "1" + " ".repeat(19_000) + "1",
                "1,".repeat(9_999),
                "\t".repeat(19_999),
                ("(".repeat(99) + "\n").repeat(199),
                ("1" + " ".repeat(98) + "1\n").repeat(199));
    }

    /** Text that makes a careless expression try again and again is looked at once. */
    @ParameterizedTest
    @MethodSource("endless")
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aLongTextThatIsNoFigureIsReadToItsEnd(String text) {
        assertThat(read(text).filled()).isEmpty();
    }

    private Pasted read(String text) {
        return new PastedColumn(INDICATORS, indicator -> !closed.contains(indicator.code())).read(text, FROM_THE_TOP);
    }

    private static String filled(Pasted pasted) {
        return joined(pasted.filled(), one -> one.indicator().code() + "=" + one.value(), " ");
    }

    private static String skipped(Pasted pasted) {
        return joined(pasted.skipped(), one -> one.why() + " " + one.label(), ", ");
    }

    private static <T> String joined(List<T> things, Function<T, String> words, String between) {
        return things.stream().map(words).collect(Collectors.joining(between));
    }

    private static IndicatorView indicator(
            String code, String name, String nameEn, @Nullable String partOf, FigureSource source) {
        return view(code, name, nameEn, "万元", "10k yuan", IndicatorSection.INVESTMENT, 2, partOf, source);
    }

    private static IndicatorView projects() {
        return view(
                "projects_signed",
                "签约项目",
                "Projects signed",
                "个",
                "projects",
                IndicatorSection.PROJECTS,
                0,
                null,
                FigureSource.TOWNSHIP);
    }

    private static IndicatorView view(
            String code,
            String name,
            String nameEn,
            String unit,
            String unitEn,
            IndicatorSection section,
            int decimals,
            @Nullable String partOf,
            FigureSource source) {
        return new IndicatorView(
                code,
                name,
                nameEn,
                unit,
                unitEn,
                section,
                IndicatorKind.FLOW,
                TypedValue.CUMULATIVE,
                decimals,
                true,
                partOf,
                null,
                source,
                "",
                "",
                true,
                null);
    }
}
