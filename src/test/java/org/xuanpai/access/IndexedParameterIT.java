package org.xuanpai.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.division.ReorganisationKind;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.fixture.WebUser;

/** A request may name places in a form's lists that no page of ours names: it is refused or read, never an error (controls D1). */
@IntegrationTest
class IndexedParameterIT {

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MutableClock clock;

    private TestCounty county;
    private WebUser organizer;

    @BeforeEach
    void anOrganizer() {
        clock.set("2026-11-05T09:00");
        county = given.county(2, 1, 1);
        organizer = WebUser.signedIn(mvc, county.first());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "missing[0]",
                "missing[7]",
                "missing[abc]",
                "missing[99999999999999]",
                "missing[-1]",
                "missing[[0]]"
            })
    void aPlaceInTheListOfMissingTownships(String name) {
        for (String act : List.of("lock", "reopenings")) {
            assertThat(status(organizer.post("/progress/months/2026-09/" + act, name, "x", "seen", "true")))
                    .as(act)
                    .isIn(400, 422);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"files[abc]", "files[-1]", "files[99999999999999]", "files[3]"})
    void aPlaceInTheListOfFiles(String name) {
        MvcTestResult answer = mvc.post()
                .uri("/divisions/import")
                .multipart()
                .file(new MockMultipartFile(
                        name, "list.csv", "text/csv", "x".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .param("asOf", "2023-12-31")
                .param("_csrf", organizer.csrf())
                .cookie(organizer.cookies().values().toArray(Cookie[]::new))
                .exchange();

        assertThat(status(answer)).isIn(400, 422);
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyOrSkippedUnitIsNone(ReorganisationKind kind) {
        String address = "/divisions/" + county.township() + "/reorganisations/"
                + kind.name().toLowerCase(Locale.ROOT);
        for (String name : List.of("others[0]", "others", "villages[]")) {
            assertThat(status(organizer.post(address, name, "", "reason", "批复", "effectiveOn", "2027-01-01")))
                    .as(name)
                    .isLessThan(500);
        }
        assertThat(status(organizer.post(
                        address,
                        "others[499]",
                        UUID.randomUUID().toString(),
                        "reason",
                        "批复",
                        "effectiveOn",
                        "2027-01-01")))
                .isLessThan(500);
    }

    @Test
    void aMergerWithAnEmptyChoiceSaysWhatIsMissing() {
        MvcTestResult answer = organizer.post(
                "/divisions/" + county.township() + "/reorganisations/merge",
                "others[0]",
                "",
                "others[1]",
                "",
                "reason",
                "批复",
                "effectiveOn",
                "2027-01-01");

        assertThat(answer).hasStatus(422);
        assertThat(WebUser.body(answer)).contains("批复");
    }

    private static int status(MvcTestResult answer) {
        return answer.getResponse().getStatus();
    }
}
