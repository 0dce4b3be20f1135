package org.xuanpai.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.xuanpai.IntegrationTest;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.Role;

/** What is said twice is not understood, wherever a page takes one value (controls D9). */
@IntegrationTest
class RepeatedParameterIT {

    @Autowired
    private Given given;

    @Autowired
    private Database database;

    @Autowired
    private MockMvcTester mvc;

    private TestCounty county;
    private Person securityPerson;
    private WebUser security;

    @BeforeEach
    void somebodySignedIn() {
        county = given.county();
        securityPerson = given.person(Role.SECURITY_ADMIN, null);
        security = WebUser.signedIn(mvc, securityPerson);
    }

    @Test
    void aFormThatSaysSomethingTwiceChangesNothingAndSaysWhy() {
        String username = county.first().username();

        assertThat(security.post("/duties", "username", username, "role", "AUDITOR", "role", "COUNTY_LEADER"))
                .hasStatus(400)
                .bodyText()
                .contains("“role”");
        assertThat(security.inEnglish().post("/duties?role=COUNTY_LEADER", "username", username, "role", "AUDITOR"))
                .as("the address against the form")
                .hasStatus(400)
                .bodyText()
                .contains("more than once");
        assertThat(database.owner()
                        .queryForObject(
                                "select count(*) from duty where account_id = ?",
                                Integer.class,
                                county.first().user().accountId()))
                .isOne();
    }

    @Test
    void listsAndFilesAreNotFilteredByTwoTexts() {
        assertThat(security.get("/duties?text=a&text=b")).hasStatus(400);
        assertThat(security.get("/duties?page=1&page=2")).hasStatus(400);
        assertThat(security.get("/duties/export?format=csv&format=xlsx")).hasStatus(400);
        assertThat(security.get("/duties?text=a&page=1&lang=zh")).hasStatusOk();
    }

    @Test
    void aLogInWithTwoNamesOrPasswordsIsNone() {
        WebUser visitor = WebUser.anonymous(mvc);
        String username = securityPerson.username();

        assertThat(visitor.post("/login", "username", username, "password", Person.PASSWORD, "password", "x"))
                .hasStatus(400);
        assertThat(visitor.post("/login?username=x", "username", username, "password", Person.PASSWORD))
                .hasStatus(400);
        WebUser.signedIn(mvc, securityPerson);
    }

    @Test
    void aFileInATextFieldIsNotUnderstood() {
        WebUser organizer = WebUser.signedIn(mvc, county.first());
        MvcTestResult answer = mvc.post()
                .uri("/calendar/proposals")
                .multipart()
                .file(new MockMultipartFile("paper", "paper.txt", "text/plain", new byte[] {1}))
                .param("year", "2027")
                .param("_csrf", organizer.csrf())
                .cookie(organizer.cookies().values().toArray(Cookie[]::new))
                .exchange();

        assertThat(answer).hasStatus(400);
        assertThat(WebUser.body(answer)).doesNotContain("MultipartFile");
    }

    /** Otherwise a form without permission would learn that it was wrong. */
    @Test
    void thePermissionIsAskedFirst() {
        WebUser organizer = WebUser.signedIn(mvc, county.first());

        assertThat(organizer.post("/duties", "role", "AUDITOR", "role", "BUREAU"))
                .hasStatus(403);
    }
}
