package org.xuanpai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xuanpai.MutableClock;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.Role;

/**
 * A real township's report of January to October, cumulatives typed: what the statistics bureau issues is pasted by the county, the
 * rest entered, sent back, corrected, approved, and read again where the county reads it (clauses C3, C5).
 */
@BrowserTest
class MonthJourneyIT {

    private static final Map<String, String> TYPED = new LinkedHashMap<>(Map.of(
            "fixed_investment", "22166",
            "industrial_investment", "7198",
            "renovation_investment", "7198",
            "research_spending", "711"));

    /** Copied out of a spreadsheet of the statistics bureau, with its head. */
    private static final String SHEET = "乡镇\t规上工业增加值（万元）\t规上工业增加值增速（%%）\n%s\t10,764\t-15.38";

    private static final Map<String, BigDecimal> TARGETS = Map.of(
            "value_added", new BigDecimal(16_900),
            "fixed_investment", new BigDecimal(19_000),
            "industrial_investment", new BigDecimal(15_000),
            "renovation_investment", new BigDecimal(7_000),
            "research_spending", new BigDecimal(1_000));

    private static final List<String> PERCENTAGES = List.of("63.7", "116.7", "48.0", "102.8", "81.1");

    @Autowired
    private Given given;

    @Autowired
    private MutableClock clock;

    private TestCounty county;
    private Person partySecretary;
    private String report;

    @BeforeEach
    void octoberIsOver() {
        clock.set("2025-11-05T09:00");
        county = given.county(1, 1, 2);
        given.targets(county, county.township(), 2025, TARGETS);
        partySecretary = given.person(Role.PARTY_SECRETARY, county.township());
        report = "/progress/" + county.township() + "/2025-10";
    }

    @ParameterizedTest
    @ValueSource(ints = {Browsers.WIDE, Browsers.PHONE})
    void realFiguresGoInAndComeOutRight(int width, Browsers browsers) throws IOException {
        Page bureau = browsers.signedIn(given.bureau(county.id(), FigureIssuer.STATISTICS), width);
        bureau.navigate("/industry/issued/STATISTICS/2025-10/entry");
        bureau.fill("[name=pasted]", SHEET.formatted("镇" + county.code() + "100"));
        bureau.click("form[action$='/preview'] button.btn-primary");
        assertThat(bureau.locator("main")).containsText("10,764.00");
        bureau.click("form[action$='/issuance'] button.btn-primary");
        assertThat(bureau.locator(".xp-flash")).containsText("新增 2 个");

        Page township = browsers.signedIn(partySecretary, width);
        township.navigate(report);
        assertThat(township.locator("#value_added")).containsText("统计局下发");
        assertThat(township.locator("#value_added")).containsText("63.7");
        assertThat(township.locator("#value_added")).containsText("−15.38");
        assertThat(township.locator(field("value_added"))).hasCount(0);
        TYPED.forEach((code, value) -> township.fill(field(code), value));
        township.fill("[name=partyPart]", "主持召开 2 次征地协调会，完成园区二期 46 亩交地");
        township.fill("[name=behindNote]", "工业投资项目开工晚，年底前补上");
        township.fill("[name=absence]", "第一书记空缺，等候选派");
        township.fill("[name=behindNote]", "雨季停工，四季度补齐");
        submit(township);
        assertThat(township.locator("main")).containsText("71.1");

        Page organizer = browsers.signedIn(county.first(), width);
        organizer.navigate("/progress/reviews");
        organizer.click("main a[href*='/progress/reviews/" + county.township() + "']");
        choose(organizer, "marks[research_spending]", "change");
        organizer.fill("[name='notes[research_spending]']", "与科技局台账不符");
        organizer.fill("[name=reason]", "研发经费请按台账核对");
        organizer.click("button.btn-return");
        assertThat(organizer).hasURL(Pattern.compile(".*/progress/reviews(\\?.*)?$"));

        township.navigate(report);
        assertThat(township.locator("main")).containsText("与科技局台账不符");
        assertThat(township.locator(field("fixed_investment"))).not().isEditable();
        township.fill(field("research_spending"), "811");
        submit(township);

        organizer.navigate("/progress/reviews/" + county.township() + "/2025-10");
        assertThat(organizer.locator("del").first()).containsText("711");
        assertThat(organizer.locator("ins").first()).containsText("811");
        organizer.click("button.xp-approve");
        assertThat(organizer).hasURL(Pattern.compile(".*/progress/reviews(\\?.*)?$"));

        organizer.navigate("/cockpit?month=2025-10");
        Locator row = organizer
                .locator("tr:has(a[href*='" + county.township() + "'])")
                .first();
        PERCENTAGES.forEach(percentage -> assertThat(row).containsText(percentage));
        assertThat(row).containsText("已通过");
        assertThat(percentagesOf(workbook(organizer))).containsAll(PERCENTAGES);
    }

    private static String field(String code) {
        return "[name='figures[" + code + "]']";
    }

    private static void submit(Page page) {
        page.click("button[formaction$='/submission']");
        assertThat(page.locator(".xp-flash")).containsText("月报已提交");
    }

    /** The radio itself is covered by its label, which is what people press. */
    private static void choose(Page page, String name, String value) {
        Locator radio =
                page.locator("[name='" + name + "'][value=" + value + "]").first();
        page.locator("label[for='" + radio.getAttribute("id") + "']").click();
        assertThat(radio).isChecked();
    }

    private static Download workbook(Page cockpit) {
        return cockpit.waitForDownload(() -> cockpit.locator("a[href*='/cockpit/export'][href*='xlsx']")
                .first()
                .click());
    }

    private static List<String> percentagesOf(Download download) throws IOException {
        try (InputStream file = Files.newInputStream(download.path());
                ReadableWorkbook workbook = new ReadableWorkbook(file)) {
            return workbook.getFirstSheet().read().stream()
                    .flatMap(Row::stream)
                    .filter(cell -> cell != null)
                    .map(Cell::getValue)
                    .filter(BigDecimal.class::isInstance)
                    .map(value -> ((BigDecimal) value).setScale(1, java.math.RoundingMode.HALF_UP))
                    .map(BigDecimal::toPlainString)
                    .toList();
        }
    }
}
