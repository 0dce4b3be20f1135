package org.xuanpai.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xuanpai.fixture.WebUser.body;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.xuanpai.IntegrationTest;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.QueryCount;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Role;

/** The land on screen. */
@IntegrationTest
class DivisionPagesIT {

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private QueryCount queries;

    @Autowired
    private Database database;

    private TestCounty county;
    private String page;

    @BeforeEach
    void aCounty() {
        county = given.county(2, 1, 3);
        page = "/divisions/" + county.township();
    }

    @Test
    void anOrganizerProposesATypeAndAnotherConfirmsIt() {
        WebUser first = WebUser.signedIn(mvc, county.first());
        WebUser second = WebUser.signedIn(mvc, county.second());

        assertThat(first.post(
                        page + "/types", "industrial", "false", "validFrom", "2026-03-01", "reason", "会议纪要〔2026〕3号"))
                .hasStatus(302)
                .hasRedirectedUrl(page);
        assertThat(body(first.get(page)))
                .contains("会议纪要〔2026〕3号", "须由县委组织部另一名工作人员确认")
                .doesNotContain("/confirmation");
        assertThat(body(second.get("/divisions"))).contains("1 项待确认");

        String confirmation = page + "/types/"
                + database.owner()
                        .queryForObject(
                                "select id from township_type where township_id = ? and confirmed_by is null",
                                String.class,
                                county.township())
                + "/confirmation";
        assertThat(body(second.get(page))).contains(confirmation);
        assertThat(first.post(confirmation)).hasStatus(422);
        assertThat(second.post(confirmation)).hasStatus(302).hasRedirectedUrl(page);
        assertThat(second.post(confirmation)).hasStatus(422);
        assertThat(body(second.get(page))).contains("已确认").doesNotContain("/confirmation");
    }

    @ParameterizedTest
    @CsvSource({
        "industrial, '', 请选择是否工业乡镇",
        "industrial, perhaps, 请选择是否工业乡镇",
        "validFrom, '', 请填写从哪一天起",
        "validFrom, 2026-02-30, 这不是一个日期",
        "validFrom, +999999999-12-31, 这不是一个日期",
        "validFrom, abc, 这不是一个日期",
        "validFrom, 1999-12-31, 2000-01-01 至 2100-12-31",
        "validFrom, 2014-12-31, 类型不能更早",
        "reason, '', 请写明理由",
        "reason, '   ', 请写明理由",
        "reason, 'a\u0000b', 控制字符",
        "reason, 'a\u202Eb', 控制字符"
    })
    void whatDoesNotFitIsSaidAtTheField(String field, String typed, String message) {
        WebUser first = WebUser.signedIn(mvc, county.first());

        MvcTestResult refused = first.post(page + "/types", form(field, typed));

        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains(message, "href=\"#f-" + field + "\"", "id=\"f-" + field + "-error\"");
        assertThat(types()).isOne();
    }

    @Test
    void aReasonHasRoomForFiveHundredCharactersAndNoMore() {
        WebUser first = WebUser.signedIn(mvc, county.first());

        assertThat(body(first.post(page + "/types", form("reason", "字".repeat(501)))))
                .contains("最多 500 字");
        assertThat(first.post(page + "/types", form("reason", "字".repeat(500)))).hasStatus(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "1", "999999999999", "abc", "1.5", "", "2147483647", "９"})
    void everyPageNumberShowsAPage(String number) {
        WebUser first = WebUser.signedIn(mvc, county.first());

        MvcTestResult answer = first.get(page + "?page={n}", number);

        assertThat(answer).hasStatus(200);
        assertThat(body(answer)).contains("共 3 条");
    }

    @Test
    void villagesAreTurnedPageByPage() {
        given.villages(county.township(), 117);
        WebUser first = WebUser.signedIn(mvc, county.first());

        assertThat(body(first.get(page))).contains("共 120 条", "1 / 3", page + "?page=2");
        assertThat(body(first.get(page + "?page=3")))
                .contains("3 / 3", page + "?page=2")
                .doesNotContain("?page=4");
        assertThat(body(first.get(page + "/export?format=csv&page=3"))
                        .lines()
                        .filter(line -> line.contains(county.code())))
                .hasSize(120);
    }

    @Test
    void foreignMissingAndMalformedIdsAreNotFound() {
        TestCounty foreign = given.county();
        WebUser first = WebUser.signedIn(mvc, county.first());

        for (String id : List.of(foreign.township().toString(), Ids.next().toString(), "no-id")) {
            assertThat(first.get("/divisions/" + id)).hasStatus(404);
            assertThat(first.get("/divisions/" + id + "/export?format=csv")).hasStatus(404);
            assertThat(first.post("/divisions/" + id + "/types", form("reason", "x")))
                    .hasStatus(404);
            assertThat(first.post(page + "/types/" + id + "/confirmation")).hasStatus(404);
        }
        assertThat(first.get("/divisions/export?format=exe").getResponse().getStatus())
                .isBetween(400, 499);
        assertThat(first.get("/divisions/export").getResponse().getStatus()).isBetween(400, 499);
    }

    @Test
    void aTownshipSeesItselfAndChangesNothing() {
        WebUser clerk = WebUser.signedIn(mvc, given.person(Role.TOWNSHIP_CLERK, county.township()));

        assertThat(body(clerk.get("/divisions")))
                .contains("镇" + county.code() + "100")
                .doesNotContain("镇" + county.code() + "101");
        assertThat(body(clerk.get(page)))
                .contains("村" + county.code() + "100200")
                .doesNotContain("/types");
        assertThat(clerk.get("/divisions/{id}", county.townships().get(1))).hasStatus(404);
        assertThat(clerk.post(page + "/types", form("reason", "x"))).hasStatus(403);
    }

    @Test
    void theNumberOfQueriesDoesNotGrowWithVillages() {
        TestCounty large = given.county(20, 10, 0);
        given.villages(large.township(), 10_000);
        given.villages(county.township(), 7);
        WebUser small = WebUser.signedIn(mvc, county.first());
        WebUser big = WebUser.signedIn(mvc, large.first());

        assertThat(own(queries.of(() -> big.get("/divisions"))))
                .hasSameSizeAs(own(queries.of(() -> small.get("/divisions"))));
        assertThat(own(queries.of(() -> big.get("/divisions/{id}", large.township()))))
                .hasSameSizeAs(own(queries.of(() -> small.get(page))));
    }

    /** Statements of the page; the session store clears up when it likes. */
    private static List<String> own(List<String> statements) {
        return statements.stream()
                .filter(sql -> !sql.contains("SPRING_SESSION"))
                .toList();
    }

    /** The form filled in right but for one field. */
    private static String[] form(String field, String typed) {
        String[] form = {"industrial", "true", "validFrom", "2026-03-01", "reason", "会议纪要"};
        for (int i = 0; i < form.length; i += 2) {
            if (form[i].equals(field)) {
                form[i + 1] = typed;
            }
        }
        return form;
    }

    private int types() {
        Integer count = database.owner()
                .queryForObject(
                        "select count(*) from township_type where township_id = ?", Integer.class, county.township());
        return count == null ? -1 : count;
    }
}
