package org.xuanpai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.shared.Role;

@BrowserTest
class SignInBrowserIT {

    @Autowired
    private Given given;

    @Test
    void aWrongPasswordLeadsBackToTheFormAndSaysSo(Browsers browsers) {
        TestCounty county = given.county();
        Page page = browsers.open(Browsers.PHONE);
        page.navigate("/login");
        page.fill(
                "#username",
                given.person(Role.TOWNSHIP_CLERK, county.township()).username());
        page.fill("#password", "not the password");
        page.click("form[action$='/login'] button[type=submit]");

        assertThat(page.locator("#errors h2").textContent()).isEqualTo("没有登录成功");
        // the script that moves the focus runs when the page is there
        PlaywrightAssertions.assertThat(page.locator("#errors")).isFocused();
    }
}
