package org.xuanpai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xuanpai.MutableClock;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.shared.Role;

/** A month at the keyboard: saved as it is typed, without a network and again with one, and by two at once. */
@BrowserTest
class ReportTypingBrowserIT {

    private static final Map<String, BigDecimal> TARGETS = Map.of(
            "value_added", new BigDecimal(16_900),
            "fixed_investment", new BigDecimal(19_000),
            "industrial_investment", new BigDecimal(15_000),
            "renovation_investment", new BigDecimal(7_000),
            "research_spending", new BigDecimal(1_000));

    private static final List<String> VALUES = List.of("22166", "7198", "7198", "811");

    /** The field with the cursor, when the bar or an edge of the screen covers some of it. */
    private static final String HIDDEN = """
            (() => {
                const field = document.activeElement;
                const { top, bottom } = field.getBoundingClientRect();
                const bar = document.querySelector('.xp-sticky').getBoundingClientRect().top;
                return field.matches('a, button') || top >= 0 && bottom <= bar ? '' : `${field.id} ${top} ${bottom} ${bar}`;
            })()""";

    private static final double LONGEST_SAVING = 30_000;

    @Autowired
    private Given given;

    @Autowired
    private MutableClock clock;

    private TestCounty county;
    private Person party;
    private Person clerk;
    private String report;

    @BeforeEach
    void octoberIsOver() {
        clock.set("2025-11-05T09:00");
        county = given.county();
        given.targets(county, county.township(), 2025, TARGETS);
        party = given.person(Role.PARTY_SECRETARY, county.township());
        clerk = given.person(Role.TOWNSHIP_CLERK, county.township());
        report = "/progress/" + county.township() + "/2025-10";
    }

    @ParameterizedTest
    @ValueSource(ints = {Browsers.WIDE, Browsers.PHONE})
    void aWholeMonthByKeyboardAlone(int width, Browsers browsers) {
        Page page = browsers.signedIn(party, width);
        page.navigate(report);

        page.keyboard().press("Alt+n");
        assertThat(field(page, "fixed_investment")).isFocused();
        for (String value : VALUES) {
            page.keyboard().type(value);
            page.keyboard().press("Enter");
        }
        assertThat(field(page, "funds_in_place")).isFocused();
        page.keyboard().press("ArrowUp");
        assertThat(field(page, "research_spending")).isFocused();
        assertSaved(page);
        assertThat(page.locator("#fixed_investment")).containsText("116.7");

        page.keyboard().press("Alt+n");
        assertThat(field(page, "ABSENCE")).isFocused();
        page.keyboard().type("第一书记空缺，等候选派");
        page.keyboard().press("Alt+n");
        assertThat(field(page, "PARTY_PART")).isFocused();
        page.keyboard().type("主持召开 2 次征地协调会");
        page.keyboard().press("Alt+n");
        assertThat(field(page, "BEHIND_NOTE")).isFocused();
        page.keyboard().type("工业投资项目开工晚，年底前补上");
        assertSaved(page);
        assertNoSidewaysScroll(page);

        page.keyboard().press("Alt+s");
        assertThat(page.locator(".xp-flash")).containsText("月报已提交");
        assertThat(page.locator("main")).containsText("116.7");
    }

    /** Enter from the first figure to the last, with values that make the page say something above and below each of them. */
    @Test
    void onTheNarrowestPhoneTheFieldWithTheCursorIsNeverHidden(Browsers browsers) {
        Page page = browsers.signedIn(party, Browsers.PHONE);
        page.navigate(report);
        Locator column = page.locator("[data-column]");
        column.first().focus();
        int fields = column.count();
        for (int i = 0; i < fields; i++) {
            assertThat(page.evaluate(HIDDEN))
                    .as("field %s of %s", i + 1, fields)
                    .isEqualTo("");
            page.keyboard().type(i % 2 == 0 ? "2" : "abc");
            page.keyboard().press("Enter");
            assertThat(page.evaluate(HIDDEN)).as("after field %s", i + 1).isEqualTo("");
        }
        assertThat(page.locator("[data-waiting][hidden]"))
                .hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(LONGEST_SAVING));
        assertThat(page.locator("[data-refused]")).containsText("没有存：" + fields / 2 + " 项要改");
        assertThat(page.evaluate(HIDDEN)).as("drawn anew").isEqualTo("");
        for (int i = 0; i < fields; i++) {
            page.keyboard().press("Shift+Tab");
            assertThat(page.evaluate(HIDDEN)).as("backwards").isEqualTo("");
        }
    }

    @Test
    void aPartThatIsTooLargeIsSaidWhileTyping(Browsers browsers) {
        Page page = browsers.signedIn(clerk, Browsers.WIDE);
        page.navigate(report);
        field(page, "fixed_investment").fill("2980");
        field(page, "industrial_investment").fill("3120");
        assertThat(page.locator("#industrial_investment-check")).containsText("工业投资 3,120.00 大于固定资产投资 2,980.00");
        assertThat(field(page, "industrial_investment")).isFocused();

        field(page, "industrial_investment").fill("2120");
        assertThat(page.locator("#industrial_investment-check")).hasCount(0);
        assertThat(field(page, "industrial_investment")).isFocused();
    }

    @Test
    void whatIsTypedWithoutANetworkWaitsOnTheDeviceAndIsSavedWithOne(Browsers browsers) {
        Page page = browsers.signedIn(clerk, Browsers.PHONE);
        page.navigate(report);
        page.context().setOffline(true);
        field(page, "fixed_investment").fill("2980");
        field(page, "research_spending").fill("402.1");
        page.keyboard().press("Tab");
        assertThat(page.locator("[data-waiting]")).containsText("待同步 2 项");

        page.context().setOffline(false);
        assertSaved(page);
        assertThat(stored(browsers, "fixed_investment")).hasValue("2,980.00");
        assertThat(stored(browsers, "research_spending")).hasValue("402.10");
    }

    @Test
    void whatWaitsOnTheDeviceIsSentWhenThePageIsOpenedAgain(Browsers browsers) {
        Page page = browsers.signedIn(clerk, Browsers.WIDE);
        page.navigate(report);
        page.route("**/fields*", route -> route.abort());
        field(page, "fixed_investment").fill("2980");
        field(page, "ACHIEVEMENTS").fill("接通两户企业的电");
        assertThat(page.locator("[data-waiting]")).containsText("待同步 2 项");
        BrowserContext browser = page.context();
        page.close();

        Page again = browser.newPage();
        again.navigate(report);
        assertThat(field(again, "fixed_investment")).hasValue(java.util.regex.Pattern.compile("2,?980.*"));
        assertThat(field(again, "ACHIEVEMENTS")).hasValue("接通两户企业的电");
        assertSaved(again);
        assertThat(stored(browsers, "fixed_investment")).hasValue("2,980.00");
        assertThat((Integer) again.evaluate("localStorage.length")).isZero();
    }

    @Test
    void nothingStaysOnTheDeviceAfterSigningOut(Browsers browsers) {
        Page page = browsers.signedIn(clerk, Browsers.WIDE);
        page.navigate(report);
        page.route("**/fields*", route -> route.abort());
        field(page, "fixed_investment").fill("2980");
        field(page, "ACHIEVEMENTS").fill("接通两户企业的电");
        assertThat(page.locator("[data-waiting]")).isVisible();
        assertThat((Integer) page.evaluate("localStorage.length")).isEqualTo(2);

        page.locator("form[action$='/logout'] button").first().click();
        page.waitForURL("**/login*");
        assertThat((Integer) page.evaluate("localStorage.length")).isZero();
    }

    @Test
    void twoAtOneReportMergeAndAreAskedWhereTheyMeet(Browsers browsers) {
        Page first = browsers.signedIn(clerk, Browsers.WIDE);
        Page second = browsers.signedIn(party, Browsers.PHONE);
        first.navigate(report);
        second.navigate(report);

        field(first, "fixed_investment").fill("2980");
        assertSaved(first);
        field(second, "research_spending").fill("402.1");
        assertSaved(second);
        assertThat(field(second, "fixed_investment")).hasValue("2,980.00");

        field(second, "profit").fill("55");
        assertSaved(second);
        field(first, "profit").fill("66");
        Locator asked = first.locator("#profit-check");
        assertThat(asked).containsText(party.user().displayName());
        assertThat(asked).containsText("填了 55.00，您填的是 66");
        assertThat(field(first, "profit")).hasValue("66");
        asked.locator("[data-keep]").click();
        assertSaved(first);
        assertThat(asked).hasCount(0);

        field(second, "profit").fill("77");
        second.locator("#profit-check [data-take]").click();
        assertSaved(second);
        assertThat(field(second, "profit")).hasValue("66.00");
    }

    @Test
    void aColumnFromASpreadsheetFillsTheFieldsBelow(Browsers browsers) {
        Page page = browsers.signedIn(clerk, Browsers.WIDE);
        page.navigate(report);
        paste(page, "fixed_investment", "２２，１６６\n7,198.00万元\n很多\n811\n");
        assertThat(page.locator("#renovation_investment-check")).containsText("应填数字");
        assertThat(page.locator("[data-refused]")).containsText("没有存：1 项要改");
        assertThat(page.locator("[data-waiting][hidden]")).hasCount(1);
        assertThat(stored(browsers, "fixed_investment")).hasValue("22,166.00");
        assertThat(stored(browsers, "industrial_investment")).hasValue("7,198.00");
        assertThat(stored(browsers, "research_spending")).hasValue("811.00");
    }

    /** Between the two figures that are typed stands one that the county issues, and has no field. */
    @Test
    void aTableWithNamesFillsTheFieldsThatItNamesAndCanBeUndone(Browsers browsers) {
        Page page = browsers.signedIn(clerk, Browsers.WIDE);
        page.navigate(report);
        field(page, "fixed_investment").fill("9");
        assertSaved(page);
        paste(page, "gross_output", "规上工业总产值\t63000\n规上工业增加值\t12634\n固定资产投资\t15800\n");

        Locator said = page.locator("#pasted");
        assertThat(said).containsText("填了 2 格");
        assertThat(said).containsText("规上工业增加值（不由乡镇填报）");
        assertThat(said).isFocused();
        assertSaved(page);
        assertThat(field(page, "gross_output")).hasValue("63,000.00");
        assertThat(field(page, "fixed_investment")).hasValue("15,800.00");

        said.locator("[data-undo]").click();
        assertThat(said).containsText("已撤销");
        assertThat(field(page, "gross_output")).isFocused();
        assertSaved(page);
        assertThat(field(page, "gross_output")).hasValue("");
        assertThat(stored(browsers, "fixed_investment")).hasValue("9.00");
    }

    @Test
    void moreRowsThanFieldsFillNothing(Browsers browsers) {
        Page page = browsers.signedIn(clerk, Browsers.PHONE);
        page.navigate(report);
        page.locator("[data-paste-open]").click();
        page.locator("#paste textarea").fill("1\n".repeat(50));
        page.locator("[data-fill]").click();
        assertThat(page.locator("#pasted")).containsText("粘贴了 50 行");
        assertThat(field(page, "gross_output")).hasValue("");
        assertNoSidewaysScroll(page);

        page.locator("#paste textarea").fill("工业投资\t7198");
        page.locator("[data-fill]").click();
        assertThat(page.locator("#pasted")).containsText("填了 1 格");
        assertThat(page.locator("#paste")).isHidden();
        assertThat(field(page, "industrial_investment")).hasValue("7,198.00");

        page.route("**/column", route -> route.abort());
        paste(page, "gross_output", "1\n2");
        assertThat(page.locator("#paste-failed")).isVisible();
    }

    @Test
    void whoComesBackElsewhereFindsWhereTheyLeftOff(Browsers browsers) {
        Page page = browsers.signedIn(clerk, Browsers.WIDE);
        page.navigate(report);
        field(page, "BEHIND_NOTE").fill("雨季停工");
        assertSaved(page);

        Page elsewhere = browsers.signedIn(clerk, Browsers.WIDE);
        elsewhere.navigate(report);
        assertThat(elsewhere.locator("#rows")).containsText("您上次填到：落后于时序的说明");
        assertThat(elsewhere.locator("#open")).isInViewport();
        elsewhere.keyboard().type("x");
        assertThat(field(elsewhere, "BEHIND_NOTE")).hasValue("雨季停工");
        assertThat(elsewhere.locator("[data-field]:focus")).hasCount(0);
    }

    @Test
    void whatIsTypedAfterTheSessionEndedIsSavedOnceTheSamePersonSignsInAgain(Browsers browsers) {
        Page page = browsers.signedIn(clerk, Browsers.WIDE);
        page.navigate(report);
        page.context().clearCookies();
        field(page, "ACHIEVEMENTS").fill("接通两户企业的电");
        page.keyboard().press("Tab");
        assertThat(page.locator("#signed-out")).isVisible();
        assertThat(page.locator(".xp-saves")).containsText("登录已失效");
        field(page, "fixed_investment").fill("2980");

        Page other = page.context().newPage();
        browsers.signIn(other, party);
        page.waitForResponse("**" + report, () -> page.evaluate("dispatchEvent(new Event('focus'))"));
        assertThat(page.locator("#signed-out")).isVisible();

        page.context().clearCookies();
        browsers.signIn(other, clerk);
        page.evaluate("dispatchEvent(new Event('focus'))");
        assertSaved(page);
        assertThat(page.locator("#signed-out")).isHidden();
        assertThat((Integer) page.evaluate("localStorage.length")).isZero();
        other.navigate(report);
        assertThat(field(other, "ACHIEVEMENTS")).hasValue("接通两户企业的电");
        assertThat(field(other, "fixed_investment")).hasValue("2,980.00");
    }

    @Test
    void whatIsTypedAfterTheReportWasHandedInStaysOnThePage(Browsers browsers) {
        Page late = browsers.signedIn(clerk, Browsers.WIDE);
        late.navigate(report);
        aWholeMonthByKeyboardAlone(Browsers.WIDE, browsers);

        field(late, "profit").fill("66");
        assertThat(late.locator("#notice")).containsText("这份月报已提交");
        assertThat(field(late, "profit")).hasValue("66");
        late.reload();
        assertThat(late.locator("#unsent")).containsText("66");
        late.locator("[data-forget]").click();
        late.reload();
        assertThat(late.locator("#unsent")).isHidden();
    }

    private static Locator field(Page page, String field) {
        return page.locator("[data-field='" + field + "']");
    }

    private static void paste(Page page, String field, String text) {
        field(page, field).evaluate("""
                (field, text) => {
                  field.focus();
                  const copied = new DataTransfer();
                  copied.setData('text/plain', text);
                  field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: copied, bubbles: true, cancelable: true }));
                }""", text);
    }

    /** The field as somebody else finds it. */
    private Locator stored(Browsers browsers, String field) {
        Page other = browsers.signedIn(party, Browsers.WIDE);
        other.navigate(report);
        return field(other, field);
    }

    private static void assertSaved(Page page) {
        // several fields go one after another, and the machine may be busy
        assertThat(page.locator("[data-waiting]"))
                .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(LONGEST_SAVING));
        assertThat(page.locator(".xp-saves")).containsText("已存服务器");
    }

    private static void assertNoSidewaysScroll(Page page) {
        assertThat((Boolean)
                        page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isTrue();
    }
}
