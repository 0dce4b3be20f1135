package org.xuanpai.industry.issue.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xuanpai.division.TownshipView;
import org.xuanpai.industry.FigureSource;
import org.xuanpai.industry.IndicatorKind;
import org.xuanpai.industry.IndicatorSection;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.TypedValue;
import org.xuanpai.industry.issue.service.SheetView;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.Period;

/** Figures are found in whatever table an office has, and what is not understood is named by row and column. */
class SheetTableTests {

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final UUID COUNTY = new UUID(0, 9);

    private final SheetView sheet = new SheetView(
            FigureIssuer.STATISTICS,
            Period.of(2026, 10),
            true,
            true,
            false,
            List.of(
                    indicator("value_added", "规上工业增加值", "Industrial value added", IndicatorKind.FLOW, 2, false),
                    indicator("value_added_growth", "规上工业增加值增速", "Growth of value added", IndicatorKind.RATE, 2, true),
                    indicator("firms", "企业数", "Firms", IndicatorKind.STOCK, 0, false)),
            List.of(row(FIRST, "990101100", "砚池镇"), row(SECOND, "990101101", "柳渡镇")),
            List.of(),
            List.of());

    @ParameterizedTest
    @ValueSource(strings = {"砚池镇", "砚池镇 ", "砚 池镇", "990101100", "990101100000"})
    void aTownshipIsKnownByNameOrCode(String township) {
        SheetTable table = read(row("乡镇", "规上工业增加值"), row(township.strip(), "12.5"));

        assertThat(table.faults()).isEmpty();
        assertThat(table.figures()).isEqualTo(figures(FIRST, "value_added", "12.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9901011", "990101100001", "砚池", "合计", "990101102"})
    void whatIsNoTownshipOfTheSheetIsNamed(String township) {
        SheetTable table = read(row("乡镇", "规上工业增加值"), row("柳渡镇", "1"), row(township, "12.5"));

        assertThat(faults(table)).containsExactly("3|" + township + "||unknownTownship");
        assertThat(table.figures()).containsOnlyKeys(SECOND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "规上工业增加值",
                "规上工业增加值（万元）",
                "规上工业增加值(万元)",
                "规上工业 增加值　（本年累计，万元）",
                "Industrial value added",
                "INDUSTRIAL VALUE ADDED (10k yuan)",
                "value_added"
            })
    void anIndicatorIsKnownByEitherNameWithOrWithoutItsUnit(String head) {
        assertThat(read(row("乡镇", head), row("砚池镇", "12.5")).figures())
                .isEqualTo(figures(FIRST, "value_added", "12.5"));
    }

    @Test
    void aPartIsKnownWithAndWithoutTheWordThatSaysSo() {
        SheetView parts = new SheetView(
                sheet.issuer(), sheet.period(), true, true, false, List.of(part()), sheet.rows(), List.of(), List.of());
        for (String head : List.of("其中：工业投资", "工业投资")) {
            SheetTable table = new SheetTable(parts, SheetTableTests::number);
            table.read(List.of(row("乡镇", head), row("砚池镇", "1")));
            assertThat(table.figures()).as(head).isEqualTo(figures(FIRST, "part", "1"));
        }
    }

    @Test
    void columnsStandInAnyOrderAndNameAndCodeMayStandTogether() {
        SheetTable table =
                read(row("企业数", "区划代码", "规上工业增加值增速", "乡镇", "规上工业增加值"), row("3", "990101101", "-1.5", "柳渡镇", "12.5"));

        assertThat(table.faults()).isEmpty();
        assertThat(table.figures())
                .isEqualTo(Map.of(
                        SECOND,
                        Map.of(
                                "firms",
                                new BigDecimal("3"),
                                "value_added_growth",
                                new BigDecimal("-1.5"),
                                "value_added",
                                new BigDecimal("12.5"))));
    }

    @Test
    void headsInEnglishNameTheTownship() {
        assertThat(read(row("Division code", "Township", "Firms"), row("990101101", "柳渡镇", "3"))
                        .figures())
                .isEqualTo(figures(SECOND, "firms", "3"));
    }

    @Test
    void emptyCellsAndLinesAndShortRowsArePassedOver() {
        SheetTable table = read(
                row("", ""), row("乡镇", "规上工业增加值", "企业数"), row(), row("砚池镇", "", "3"), row("", "", ""), row("柳渡镇", "7"));

        assertThat(table.faults()).isEmpty();
        assertThat(table.figures())
                .isEqualTo(Map.of(
                        FIRST,
                        Map.of("firms", new BigDecimal("3")),
                        SECOND,
                        Map.of("value_added", new BigDecimal("7"))));
    }

    @Test
    void nothingIsFoundInBlankLinesAndNoLines() {
        for (List<List<String>> blank : List.of(List.<List<String>>of(), List.of(row(), row("", "")))) {
            SheetTable table = new SheetTable(sheet, SheetTableTests::number);
            table.read(blank);
            assertThat(table.figures()).isEmpty();
        }
    }

    @Test
    void aTableWithoutAnIndicatorInItsHeadIsRefusedAtTheHead() {
        assertThat(faults(read(row("", ""), row("乡镇", ""), row("砚池镇", "1")))).containsExactly("2|||noColumn");
    }

    @Test
    void anUnknownColumnIsNamedWithItsRow() {
        assertThat(faults(read(row(), row("乡镇", "规上工业增加值", "利润"), row("砚池镇", "1", ""))))
                .containsExactly("2||利润|unknownColumn");
    }

    @Test
    void aColumnOrATownshipThatComesTwiceIsNamed() {
        assertThat(faults(read(row("乡镇", "企业数", "企业数（家）"), row("砚池镇", "1", "2"))))
                .contains("1||企业数（家）|columnTwice");
        SheetTable twice = read(row("乡镇", "企业数"), row("砚池镇", "1"), row("柳渡镇", "4"), row("990101100", "2"));
        assertThat(faults(twice)).containsExactly("4|砚池镇||townshipTwice");
        assertThat(twice.figures().get(FIRST)).isEqualTo(Map.of("firms", new BigDecimal("1")));
    }

    @Test
    void aCodeOfOneTownshipBesideTheNameOfAnotherIsNamed() {
        assertThat(faults(read(row("区划代码", "乡镇", "企业数"), row("990101100", "柳渡镇", "1"))))
                .containsExactly("2|柳渡镇||twoTownships");
    }

    @ParameterizedTest
    @CsvSource({
        "规上工业增加值, value_added, -1, negative",
        "规上工业增加值, value_added, 0.001, decimals",
        "企业数, firms, 1.5, decimals",
        "规上工业增加值, value_added, 1000000000000, tooLarge",
        "规上工业增加值增速, value_added_growth, abc, notANumber"
    })
    void aFigureThatCannotBeOneIsNamedByRowAndColumn(String head, String code, String typed, String why) {
        SheetTable table = read(row("乡镇", head), row("柳渡镇", typed), row("砚池镇", "1"));

        assertThat(table.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.row() + fault.township() + fault.column() + fault.key())
                        .isEqualTo("2柳渡镇" + code + "industry.refused." + why));
        assertThat(table.figures()).containsOnlyKeys(FIRST);
    }

    @SafeVarargs
    private SheetTable read(List<String>... rows) {
        SheetTable table = new SheetTable(sheet, SheetTableTests::number);
        table.read(List.of(rows));
        return table;
    }

    private static List<String> faults(SheetTable table) {
        return table.faults().stream()
                .map(fault -> fault.row() + "|" + fault.township() + "|" + fault.column() + "|"
                        + fault.key().replace("industry.issue.fault.", ""))
                .toList();
    }

    private static List<String> row(String... cells) {
        return List.of(cells);
    }

    private static Map<UUID, Map<String, BigDecimal>> figures(UUID township, String code, String value) {
        return Map.of(township, Map.of(code, new BigDecimal(value)));
    }

    private static Optional<BigDecimal> number(String typed) {
        return typed.matches("-?[0-9.]+") ? Optional.of(new BigDecimal(typed)) : Optional.empty();
    }

    private static SheetView.Row row(UUID id, String code, String name) {
        return new SheetView.Row(new TownshipView(id, code, name, COUNTY, "清源县"), Map.of(), List.of());
    }

    private static IndicatorView part() {
        IndicatorView whole = indicator("part", "其中：工业投资", "of which: industry", IndicatorKind.FLOW, 2, false);
        return new IndicatorView(
                whole.code(),
                whole.name(),
                whole.nameEn(),
                whole.unit(),
                whole.unitEn(),
                whole.section(),
                whole.kind(),
                whole.typed(),
                whole.decimals(),
                false,
                "fixed_investment",
                null,
                whole.source(),
                whole.sourceName(),
                whole.sourceNameEn(),
                false,
                whole.issuer());
    }

    private static IndicatorView indicator(
            String code, String name, String nameEn, IndicatorKind kind, int decimals, boolean negative) {
        return new IndicatorView(
                code,
                name,
                nameEn,
                "万元",
                "10k yuan",
                IndicatorSection.OUTPUT,
                kind,
                TypedValue.CUMULATIVE,
                decimals,
                negative,
                null,
                null,
                FigureSource.COUNTY,
                "统计局",
                "statistics bureau",
                false,
                FigureIssuer.STATISTICS);
    }
}
