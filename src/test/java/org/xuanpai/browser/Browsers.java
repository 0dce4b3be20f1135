package org.xuanpai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.xuanpai.fixture.Person;

/**
 * Browsers of one test, each with cookies of its own. At the end of the test none of them may have seen a script error or a
 * breach of the content security policy.
 */
public final class Browsers {

    /** A desk. */
    public static final int WIDE = 1440;

    /** The narrowest phone. */
    public static final int PHONE = 360;

    private static final int WIDE_HEIGHT = 900;
    private static final int PHONE_HEIGHT = 740;

    private final Browser browser;
    private final String base;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    Browsers(Browser browser, String base) {
        this.browser = browser;
        this.base = base;
    }

    /** A page in a fresh browser; paths are relative to the application. */
    public Page open(int width) {
        return open(width, true);
    }

    /** A page in a browser whose scripts are switched off. */
    public Page withoutScripts() {
        return open(WIDE, false);
    }

    /** A page on which somebody has signed in. */
    public Page signedIn(Person person, int width) {
        return signIn(open(width), person);
    }

    /** Signs in through the form. */
    public Page signIn(Page page, Person person) {
        page.navigate("/login");
        page.fill("#username", person.username());
        page.fill("#password", Person.PASSWORD);
        page.click("form[action$='/login'] button[type=submit]");
        assertThat(page.url()).doesNotContain("/login");
        return page;
    }

    private Page open(int width, boolean scripts) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(base)
                .setJavaScriptEnabled(scripts)
                .setLocale("zh-CN")
                .setAcceptDownloads(true)
                .setViewportSize(width, width == PHONE ? PHONE_HEIGHT : WIDE_HEIGHT));
        contexts.add(context);
        Page page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    void close() {
        contexts.forEach(BrowserContext::close);
        assertThat(complaints).as("script errors and breaches of the policy").isEmpty();
    }
}
