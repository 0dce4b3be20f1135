package org.xuanpai.platform.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Role;

/** A page that was open for too long: nothing typed is lost, and nothing is done behind anybody's back. */
@IntegrationTest
class ExpiredFormIT {

    private static final String TYPED = "协调供电公司增容 <630> 千伏安";

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MutableClock clock;

    @Autowired
    private Database database;

    private TestCounty county;
    private Person clerk;
    private String draft;

    @BeforeEach
    void octoberIsDue() {
        clock.set("2025-11-05T09:00");
        county = given.county();
        clerk = given.person(Role.TOWNSHIP_CLERK, county.township());
        draft = "/progress/" + county.township() + "/2025-10/draft";
    }

    @Test
    void whatWasTypedIsSentOnceMoreFromThePage() {
        WebUser user = WebUser.signedIn(mvc, clerk);

        MvcTestResult expired = user.postWithToken("expired", draft, fields());
        assertThat(expired.getResponse().getStatus()).isEqualTo(403);
        assertThat(drafts()).as("nothing was saved").isZero();

        MvcTestResult again = sendAgain(user, expired);
        assertThat(again.getResponse().getStatus()).isEqualTo(302);
        assertThat(database.owner()
                        .queryForObject(
                                "select text from report_text where field = 'BEHIND_NOTE' and township_id = ?",
                                String.class,
                                county.township()))
                .isEqualTo(TYPED);
    }

    @Test
    void whoeverIsSignedOutSignsInElsewhereAndSendsIt() {
        WebUser user = WebUser.signedIn(mvc, clerk);
        user.cookies().clear();

        MvcTestResult signedOut = user.postWithToken("", draft, fields());
        assertThat(signedOut.getResponse().getStatus()).isEqualTo(403);
        assertThat(WebUser.body(signedOut)).contains("您填写的");

        WebUser signedIn = WebUser.signedIn(mvc, clerk);
        MvcTestResult otherSession = sendAgain(signedIn, signedOut);
        assertThat(otherSession.getResponse().getStatus())
                .as("the token of the old session")
                .isEqualTo(403);
        assertThat(sendAgain(signedIn, otherSession).getResponse().getStatus()).isEqualTo(302);
        assertThat(drafts()).isEqualTo(1);
    }

    @Test
    void aFormOfAnotherSiteGetsNothingToSendOn() {
        MvcTestResult forged = mvc.post()
                .uri(draft)
                .header("Sec-Fetch-Site", "cross-site")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("behindNote", TYPED)
                .exchange();

        assertThat(forged.getResponse().getStatus()).isEqualTo(403);
        assertThat(WebUser.body(forged)).doesNotContain("behindNote").doesNotContain("630");
    }

    @Test
    void aSecretIsNotKept() {
        WebUser visitor = WebUser.anonymous(mvc).inEnglish();

        MvcTestResult expired =
                visitor.postWithToken("expired", "/login", "username", clerk.username(), "password", "not to be seen");

        assertThat(expired.getResponse().getStatus()).isEqualTo(403);
        assertThat(WebUser.body(expired)).contains("The page has expired").doesNotContain("not to be seen");
    }

    @Test
    void neitherIsOneUnderAnotherName() {
        for (String name : new String[] {"passphrase", "oldPassword", "code", "accessToken", "clientSecret"}) {
            MvcTestResult expired =
                    WebUser.anonymous(mvc).postWithToken("expired", "/account/activation/x", name, "not to be seen");

            assertThat(expired.getResponse().getStatus()).as(name).isEqualTo(403);
            assertThat(WebUser.body(expired)).as(name).doesNotContain("not to be seen");
        }
    }

    private String[] fields() {
        return new String[] {"version", "-1", "token", Ids.next().toString(), "behindNote", TYPED};
    }

    /** Presses the page's button, as the page has it. */
    private static MvcTestResult sendAgain(WebUser user, MvcTestResult page) {
        Document shown = Jsoup.parse(WebUser.body(page));
        Element form = shown.selectFirst("main form[method=post]");
        assertThat(form).as("a form to send again").isNotNull();
        String token = String.valueOf(
                Objects.requireNonNull(form.selectFirst("[name=_csrf]")).val());
        String[] fields = form.select("input[type=hidden]:not([name=_csrf])").stream()
                .flatMap(field -> java.util.stream.Stream.of(field.attr("name"), field.val()))
                .toArray(String[]::new);
        return user.postWithToken(token, form.attr("action"), fields);
    }

    private long drafts() {
        return Objects.requireNonNull(database.owner()
                .queryForObject(
                        "select count(*) from monthly_report where township_id = ?", Long.class, county.township()));
    }
}
