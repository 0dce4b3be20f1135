package org.xuanpai.industry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xuanpai.fixture.WebUser.body;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.QueryCount;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Role;

/** Targets on screen: proposing, confirming, reading, exporting. */
@IntegrationTest
class TargetPagesIT {

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MutableClock clock;

    @Autowired
    private QueryCount queries;

    @Autowired
    private Database database;

    private TestCounty county;
    private String sheet;

    @BeforeEach
    void aCounty() {
        clock.set("2026-11-05T09:00");
        county = given.county(2, 1, 0);
        sheet = "/targets/" + county.township() + "/2026";
    }

    @Test
    void oneOrganizerProposesAndAnotherConfirms() {
        WebUser first = WebUser.signedIn(mvc, county.first());
        WebUser second = WebUser.signedIn(mvc, county.second());

        MvcTestResult proposed =
                first.post(sheet + "/proposal", "targets[value_added]", "16,900", "baselines[value_added]", "１５２００.5");
        assertThat(proposed).hasStatus(302).hasRedirectedUrl(sheet);
        String waiting = body(first.get(sheet));
        assertThat(waiting).contains("待第二人确认", "16,900.00", "15,200.50", "由您提出").doesNotContain("/confirmation");
        assertThat(first.get(sheet + "/proposal")).hasStatus(302).hasRedirectedUrl(sheet);

        String decision = "/targets/proposals/" + proposal();
        assertThat(body(second.get(sheet))).contains(decision + "/confirmation", decision + "/withdrawal");
        assertThat(first.post(decision + "/confirmation")).hasStatus(422);
        assertThat(second.post(decision + "/confirmation")).hasStatus(302).hasRedirectedUrl(sheet);
        assertThat(body(second.get(sheet)))
                .contains("现行目标", "16,900.00", "+11.2")
                .doesNotContain("/confirmation");
        assertThat(body(second.get("/targets?year=2026"))).contains("已确认", "16,900.00", "按区划代码排列，不作排名");

        // another proposal stands beside what counts
        first.post(sheet + "/proposal", "targets[value_added]", "17500");
        assertThat(body(second.get(sheet)))
                .contains("<del>16,900.00</del>", "<ins>17,500.00</ins>", "+600.00", "<del>15,200.50</del>");
        assertThat(second.post("/targets/proposals/" + proposal() + "/withdrawal"))
                .hasStatus(302);
        assertThat(body(second.get(sheet))).doesNotContain("17,500.00");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 不能是负数",
        "999999999999999999999999999999, 应填数字",
        "9999999999999, 数字太大",
        "1.234, 最多 2 位小数",
        "abc, 应填数字",
        "1e9, 应填数字",
        "NaN, 应填数字",
        "'1\u0000', 应填数字",
        "'<script>', 应填数字"
    })
    void whatDoesNotFitIsSaidAtTheFieldAndNothingIsLost(String typed, String message) {
        WebUser first = WebUser.signedIn(mvc, county.first());

        for (String field : List.of("targets[tax_paid]", "baselines[tax_paid]")) {
            String other = field.startsWith("targets") ? "baselines[tax_paid]" : "targets[tax_paid]";
            MvcTestResult refused =
                    first.post(sheet + "/proposal", field, typed, other, "5", "targets[fixed_investment]", "4711");

            assertThat(refused).hasStatus(422);
            String id = field.startsWith("targets") ? "f-targets-tax-paid" : "f-baselines-tax-paid";
            String name = field.startsWith("targets") ? "入库税收·全年目标：" : "入库税收·上年基数：";
            assertThat(body(refused))
                    .contains(name + message, "href=\"#" + id + "\"", "id=\"" + id + "-error\"", "4711");
        }
        assertThat(sheets()).isZero();
    }

    @Test
    void anEmptySheetAndABaselineAloneAreRefused() {
        WebUser first = WebUser.signedIn(mvc, county.first());

        assertThat(body(refused(first.post(sheet + "/proposal")))).contains("没有填写任何目标");
        assertThat(body(refused(first.post(sheet + "/proposal", "baselines[tax_paid]", "5"))))
                .contains("只填了上年基数");
        assertThat(first.post(sheet + "/proposal", "targets[" + "x".repeat(5000) + "]", "5"))
                .hasStatus(422);
        assertThat(first.post(sheet + "/proposal", "targets[tax_paid].class", "5")
                        .getResponse()
                        .getStatus())
                .isBetween(400, 499);
        assertThat(sheets()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999", "0", "-1", "abc", "1999", "2101", "99999999999999999999", "2026.5"})
    void aYearThatIsNoneIsNotFound(String year) {
        WebUser first = WebUser.signedIn(mvc, county.first());

        assertThat(first.get("/targets?year={y}", year)).hasStatus(404);
        assertThat(first.get("/targets/export?format=csv&year={y}", year)).hasStatus(404);
        assertThat(first.get("/targets/{t}/{y}", county.township(), year)).hasStatus(404);
        assertThat(first.get("/targets/{t}/{y}/proposal", county.township(), year))
                .hasStatus(404);
        assertThat(first.post("/targets/" + county.township() + "/" + year + "/proposal", "targets[tax_paid]", "1"))
                .hasStatus(404);
    }

    @Test
    void foreignMissingAndMalformedIdsAreNotFound() {
        TestCounty foreign = given.county();
        WebUser.signedIn(mvc, foreign.first())
                .post("/targets/" + foreign.township() + "/2026/proposal", "targets[tax_paid]", "1");
        UUID waiting = database.owner()
                .queryForObject("select id from target_sheet where county_id = ?", UUID.class, foreign.id());
        WebUser first = WebUser.signedIn(mvc, county.first());

        for (String id : List.of(foreign.township().toString(), Ids.next().toString(), "no-id")) {
            assertThat(first.get("/targets/" + id + "/2026").getResponse().getStatus())
                    .isEqualTo(404);
            assertThat(first.get("/targets/" + id + "/2026/proposal")
                            .getResponse()
                            .getStatus())
                    .isEqualTo(404);
            assertThat(first.get("/targets/" + id + "/2026/export?format=csv")
                            .getResponse()
                            .getStatus())
                    .isEqualTo(404);
        }
        for (String id : List.of(String.valueOf(waiting), Ids.next().toString(), "no-id")) {
            assertThat(first.post("/targets/proposals/" + id + "/confirmation")).hasStatus(404);
            assertThat(first.post("/targets/proposals/" + id + "/withdrawal")).hasStatus(404);
        }
        assertThat(first.get("/targets/%00/2026").getResponse().getStatus()).isEqualTo(400);
    }

    @Test
    void aTownshipReadsItsOwnTargetsAndSetsNone() {
        given.targets(county, county.township(), 2026, Map.of("value_added", new BigDecimal("16900")));
        given.targets(county, county.townships().get(1), 2026, Map.of("value_added", new BigDecimal("47110")));
        WebUser.signedIn(mvc, county.first()).post(sheet + "/proposal", "targets[value_added]", "17500");
        WebUser clerk = WebUser.signedIn(mvc, given.person(Role.TOWNSHIP_CLERK, county.township()));

        assertThat(body(clerk.get("/targets?year=2026"))).contains("16,900.00").doesNotContain("47,110.00", "待第二人确认");
        assertThat(body(clerk.get(sheet))).contains("16,900.00").doesNotContain("17,500.00", "/proposal");
        assertThat(clerk.get("/targets/{t}/2026", county.townships().get(1))).hasStatus(404);
        assertThat(clerk.get(sheet + "/proposal")).hasStatus(403);
        assertThat(clerk.post(sheet + "/proposal", "targets[value_added]", "1")).hasStatus(403);
        assertThat(clerk.post("/targets/proposals/" + proposal() + "/confirmation"))
                .hasStatus(403);
    }

    @Test
    void theExportHasTheRowsOfTheScreenAndIsRecorded() {
        given.targets(county, county.township(), 2026, Map.of("value_added", new BigDecimal("16900")));
        WebUser leader = WebUser.signedIn(mvc, given.person(Role.COUNTY_LEADER, county.id()));

        String list = body(leader.get("/targets/export?year=2026&format=csv"));
        assertThat(list.lines().filter(line -> line.contains("镇" + county.code())))
                .hasSize(3);
        assertThat(list).contains("16900", "工业乡镇", "尚无目标");
        assertThat(leader.get("/targets/export?year=2026&format=xlsx")).hasStatus(200);
        assertThat(leader.get("/targets/export?year=2026&format=exe")
                        .getResponse()
                        .getStatus())
                .isBetween(400, 499);
        assertThat(body(leader.get(sheet + "/export?format=csv"))).contains("规上工业增加值", "16900");
        assertThat(database.owner()
                        .queryForObject(
                                "select count(*) from trail_entry where action = 'list.exported' and details like '%/targets?year=2026%'",
                                Integer.class))
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void theNumberOfQueriesDoesNotGrowWithTownshipsAndVillages() {
        TestCounty large = given.county(20, 10, 0);
        given.villages(large.township(), 10_000);
        large.townships()
                .forEach(township -> given.targets(large, township, 2026, Map.of("value_added", BigDecimal.ONE)));
        WebUser small = WebUser.signedIn(mvc, county.first());
        WebUser big = WebUser.signedIn(mvc, large.first());

        assertThat(own(queries.of(() -> big.get("/targets?year=2026"))))
                .hasSameSizeAs(own(queries.of(() -> small.get("/targets?year=2026"))));
        assertThat(own(queries.of(() -> big.get("/targets/{t}/2026", large.township()))))
                .hasSameSizeAs(own(queries.of(() -> small.get(sheet))));
    }

    /** Statements of the page; the session store clears up when it likes. */
    private static List<String> own(List<String> statements) {
        return statements.stream()
                .filter(sql -> !sql.contains("SPRING_SESSION"))
                .toList();
    }

    private static MvcTestResult refused(MvcTestResult answer) {
        assertThat(answer).hasStatus(422);
        return answer;
    }

    private UUID proposal() {
        return java.util.Objects.requireNonNull(database.owner()
                .queryForObject(
                        "select id from target_sheet where county_id = ? and confirmed_at is null and withdrawn_at is null",
                        UUID.class,
                        county.id()));
    }

    private int sheets() {
        Integer count = database.owner()
                .queryForObject("select count(*) from target_sheet where county_id = ?", Integer.class, county.id());
        return count == null ? -1 : count;
    }
}
