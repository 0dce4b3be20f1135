package org.xuanpai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.xuanpai.fixture.Person;
import org.xuanpai.progress.Months;
import org.xuanpai.shared.Period;

/** A reason that is typed while its figure is corrected: the form no longer asks for it, and goes on. */
@BrowserTest
class ReasonTypingBrowserIT {

    private static final Period OCTOBER = Period.of(2025, 10);
    private static final String REASON = "fixed_investment.BELOW_LAST_MONTH";
    private static final String TOO_LONG = "统计局核定以后改了数。".repeat(60);
    private static final double LONGEST_SAVING = 30_000;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private Months town;

    @BeforeEach
    void septemberWasHandedIn() {
        town = Months.Factory.of(beans).township(2025);
        town.submit(Period.of(2025, 9));
    }

    @Test
    void aRefusedReasonIsOfferedBackWhenItsFigureIsCorrectedAndTheRestIsSaved(Browsers browsers) {
        Page page = opened(browsers, town.clerk, Browsers.PHONE);
        field(page, "fixed_investment").fill("100");
        field(page, REASON).fill(TOO_LONG);
        assertThat(page.locator("[data-refused]")).containsText("没有存：1 项要改", textPatiently());

        field(page, "fixed_investment").fill("23000");
        assertThat(field(page, REASON)).hasCount(0, patiently());
        assertThat(page.locator("#gone")).containsText(TOO_LONG);
        assertThat(page.locator("#gone")).containsText("固定资产投资");
        assertThat(page.locator("[data-gone]")).containsText("1 项");
        field(page, "profit").fill("55");
        field(page, "BEHIND_NOTE").fill("工业投资项目开工晚");
        assertSaved(page);
        assertThat(page.locator("[data-refused]")).isHidden();

        Page other = opened(browsers, town.party, Browsers.WIDE);
        assertThat(field(other, "profit")).hasValue("55.00");
        assertThat(field(other, "BEHIND_NOTE")).hasValue("工业投资项目开工晚");

        field(page, "fixed_investment").fill("100");
        assertThat(field(page, REASON))
                .hasValue(TOO_LONG, new LocatorAssertions.HasValueOptions().setTimeout(LONGEST_SAVING));
        assertThat(page.locator("#gone")).isHidden();
        assertThat(page.locator("[data-refused]")).containsText("没有存：1 项要改", textPatiently());
    }

    @Test
    void aReasonThatIsTypedWhileAColleagueCorrectsItsFigureIsOfferedBack(Browsers browsers) {
        Page page = opened(browsers, town.clerk, Browsers.WIDE);
        field(page, "fixed_investment").fill("100");
        assertThat(field(page, REASON)).hasCount(1, patiently());
        corrected(browsers, "23000");

        field(page, REASON).fill("核减一户");
        assertThat(page.locator("#gone")).containsText("核减一户", textPatiently());
        // the colleague's page is in front, so this one has a cursor but not the focus
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("gone");
        assertThat(field(page, "fixed_investment")).hasValue(Pattern.compile("23,?000.*"));
        field(page, "profit").fill("55");
        assertSaved(page);
        page.locator("#gone [data-discard]").click();
        assertThat(page.locator("#gone")).isHidden();
        assertThat(page.locator("[data-gone]")).isHidden();
    }

    @Test
    void aReasonThatWaitsForTheNetworkBehindAnotherFieldIsOfferedBack(Browsers browsers) {
        Page page = opened(browsers, town.clerk, Browsers.WIDE);
        field(page, "fixed_investment").fill("100");
        assertThat(field(page, REASON)).hasCount(1, patiently());
        page.context().setOffline(true);
        field(page, "profit").fill("55");
        field(page, REASON).fill("核减一户");
        assertThat(page.locator("[data-waiting]")).containsText("待同步 2 项");
        corrected(browsers, "23000");

        page.context().setOffline(false);
        assertSaved(page);
        assertThat(page.locator("#gone")).containsText("核减一户");
        assertThat(field(opened(browsers, town.party, Browsers.WIDE), "profit")).hasValue("55.00");
    }

    private void corrected(Browsers browsers, String value) {
        Page colleague = opened(browsers, town.party, Browsers.WIDE);
        field(colleague, "fixed_investment").fill(value);
        assertSaved(colleague);
    }

    private Page opened(Browsers browsers, Person person, int width) {
        Page page = browsers.signedIn(person, width);
        page.navigate(town.path(OCTOBER));
        return page;
    }

    private static Locator field(Page page, String field) {
        return page.locator("[data-field='" + field + "']");
    }

    private static LocatorAssertions.HasCountOptions patiently() {
        return new LocatorAssertions.HasCountOptions().setTimeout(LONGEST_SAVING);
    }

    private static LocatorAssertions.ContainsTextOptions textPatiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(LONGEST_SAVING);
    }

    private static void assertSaved(Page page) {
        // what was just typed is waiting before anything else can be said about it
        assertThat(page.locator("[data-waiting]"))
                .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(LONGEST_SAVING));
        assertThat(page.locator(".xp-saves")).containsText("已存服务器");
    }
}
