package org.xuanpai.division;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.Role;

/** The pages on which the land is changed, through every filter. */
@IntegrationTest
class ReorganisationPagesIT {

    private static final String DAY = "2026-07-15";
    private static final String REASON = "省政府批复";

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MutableClock clock;

    @Autowired
    private Database database;

    private TestCounty county;
    private WebUser first;
    private WebUser second;

    @BeforeEach
    void aCounty() {
        clock.set("2026-11-05T09:00");
        county = given.county(2, 1, 2);
        first = WebUser.signedIn(mvc, county.first());
        second = WebUser.signedIn(mvc, county.second());
    }

    @Test
    void aMergerIsProposedReadAndConfirmed() {
        given.person(Role.PARTY_SECRETARY, county.townships().get(1));
        given.targets(
                county,
                county.townships().get(1),
                2026,
                java.util.Map.of("fixed_investment", java.math.BigDecimal.TEN));

        MvcTestResult proposed = merge(county.townships().get(1));
        String page = WebUser.body(second.follow(proposed));

        assertThat(page).contains("2 个村改变隶属", "1 项职责在撤销的单位", "1 个撤销的乡镇有本年度任务", "确认调整");
        assertThat(WebUser.body(first.follow(proposed))).doesNotContain("确认调整").contains("撤回");
        String address = String.valueOf(proposed.getResponse().getRedirectedUrl());
        assertThat(first.post(address + "/confirmation")).hasStatus(422);
        assertThat(second.post(address + "/confirmation")).hasStatus(302);

        Document list = parsed(second.get("/divisions"));
        assertThat(list.select("tbody th").eachText()).hasSize(2);
        assertThat(parsed(second.get("/divisions?on=2026-07-14"))
                        .select("tbody th")
                        .eachText())
                .hasSize(3);
        assertThat(WebUser.body(second.get("/divisions/" + county.township()))).contains("并入本单位");
        assertThat(WebUser.body(second.get("/divisions/reorganisations"))).contains("已确认");
    }

    @Test
    void aSplitIsTypedVillageByVillage() {
        UUID village = village(county.township());
        MvcTestResult proposed = first.post(
                "/divisions/" + county.township() + "/reorganisations/split",
                "stays",
                "true",
                "parts[0].name",
                "东镇",
                "parts[0].code",
                county.code() + "120",
                "parts[0].industrial",
                "true",
                "parts[1].name",
                "",
                "parts[1].code",
                "",
                "villages[" + village + "]",
                "0",
                "effectiveOn",
                DAY,
                "reason",
                REASON);

        assertThat(proposed).hasStatus(302);
        assertThat(WebUser.body(second.follow(proposed))).contains("东镇", "1 个村改变隶属");
    }

    @Test
    void villagesMoveFromTheTownshipTheyLeave() {
        MvcTestResult proposed = first.post(
                "/divisions/" + county.township() + "/reorganisations/move",
                "target",
                county.townships().get(2).toString(),
                "others",
                village(county.township()).toString(),
                "effectiveOn",
                DAY,
                "reason",
                REASON);

        assertThat(proposed).hasStatus(302);
        assertThat(WebUser.body(first.follow(proposed))).contains("村划转", "划入");
    }

    @Test
    void whatIsWrongStandsInTheFormAndNothingTypedIsLost() {
        String address = "/divisions/" + county.township() + "/reorganisations/rename";
        MvcTestResult empty = first.post(address);
        MvcTestResult early = first.post(
                address,
                "parts[0].name",
                "柳渡新镇",
                "parts[0].code",
                county.code() + "100",
                "effectiveOn",
                "2015-01-01",
                "reason",
                REASON);
        MvcTestResult half = first.post(address, "parts[0].name", "柳渡新镇", "effectiveOn", DAY, "reason", REASON);

        assertThat(empty).hasStatus(422);
        assertThat(WebUser.body(empty)).contains("请填写生效日期", "请填写依据");
        assertThat(early).hasStatus(422);
        assertThat(WebUser.body(early)).contains("生效日期须在其后", "柳渡新镇", REASON);
        assertThat(half).hasStatus(422);
        assertThat(WebUser.body(half)).contains("请填写名称和代码");
        assertThat(first.post(address, "effectiveOn", "gestern", "others", "x", "villages[x]", "y"))
                .hasStatus(422);
        assertThat(first.post(address, "parts[999].name", "x").getResponse().getStatus())
                .isEqualTo(400);
    }

    @Test
    void othersSeeNoFormAndForeignUnitsLookLikeMissingOnes() {
        UUID foreign = given.county().township();
        WebUser clerk = WebUser.signedIn(mvc, given.person(Role.TOWNSHIP_CLERK, county.township()));

        assertThat(first.get("/divisions/" + foreign + "/reorganisations/merge"))
                .hasStatus(404);
        assertThat(first.get("/divisions/" + UUID.randomUUID() + "/reorganisations/merge"))
                .hasStatus(404);
        assertThat(first.get("/divisions/" + county.township() + "/reorganisations/melt"))
                .hasStatus(404);
        assertThat(first.get("/divisions/reorganisations/" + UUID.randomUUID())).hasStatus(404);
        assertThat(clerk.get("/divisions/" + county.township() + "/reorganisations/merge"))
                .hasStatus(403);
        assertThat(clerk.get("/divisions/reorganisations")).hasStatus(403);
        assertThat(WebUser.body(clerk.get("/divisions"))).doesNotContain("reorganisations");
    }

    @Test
    void aProposalIsTakenBackByItsProposer() {
        String address =
                String.valueOf(merge(county.townships().get(1)).getResponse().getRedirectedUrl());

        assertThat(second.post(address + "/withdrawal")).hasStatus(422);
        assertThat(first.post(address + "/withdrawal")).hasStatus(302);
        assertThat(WebUser.body(second.get(address))).contains("已撤回").doesNotContain("确认调整");
    }

    private MvcTestResult merge(UUID other) {
        return first.post(
                "/divisions/" + county.township() + "/reorganisations/merge",
                "stays",
                "true",
                "others",
                other.toString(),
                "effectiveOn",
                DAY,
                "reason",
                REASON);
    }

    private UUID village(UUID township) {
        return database.owner()
                .queryForList("select id from division where parent_id = ? order by code limit 1", UUID.class, township)
                .get(0);
    }

    private static Document parsed(MvcTestResult answer) {
        return Jsoup.parse(WebUser.body(answer));
    }
}
