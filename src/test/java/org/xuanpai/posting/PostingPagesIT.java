package org.xuanpai.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.Role;

/** The pages of postings, through every filter: each step by its form, bad input at its field, and nothing for whom it is not. */
@IntegrationTest
class PostingPagesIT {

    @Autowired
    private Given given;

    @Autowired
    private MutableClock clock;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Database database;

    private TestCounty county;
    private UUID person;
    private String name;
    private WebUser first;

    @BeforeEach
    void aCountyAndALeader() {
        clock.set("2026-03-02T09:00");
        county = given.county(2, 1, 0);
        person = given.countyLeader(county);
        name = String.valueOf(
                database.owner().queryForObject("select name from person where id = ?", String.class, person));
        first = WebUser.signedIn(mvc, county.first());
    }

    @Test
    void aRoundIsOpenedAndTakenThroughItsStepsByForms() {
        String round = String.valueOf(first.post("/postings/rounds", "title", "2026 第一批")
                .getResponse()
                .getRedirectedUrl());
        assertThat(WebUser.body(first.get(round))).contains("2026 第一批", name, "提名");
        assertThat(first.post(
                        round + "/proposals",
                        "personId",
                        person.toString(),
                        "townshipId",
                        county.township().toString(),
                        "reasons",
                        "INDUSTRY",
                        "onDay",
                        "2026-03-02"))
                .hasStatus(302);
        for (String step : List.of(
                "DELIBERATED",
                "CITY_CONSENTED",
                "RECOMMENDED",
                "INSPECTED",
                "FILE_REVIEW",
                "PERSONAL_MATTERS",
                "DISCIPLINE_OPINION",
                "COMPLAINTS")) {
            assertThat(WebUser.body(first.get(round + "?step=" + step))).contains("/steps/" + step);
            assertThat(first.post(round + "/steps/" + step, "onDay", "2026-03-02", "body", "县委组织部"))
                    .as(step)
                    .hasStatus(302);
        }
        assertThat(first.post(
                        round + "/steps/DECIDED", "onDay", "2026-03-02", "due", "11", "present", "7", "agree", "7"))
                .hasStatus(422)
                .bodyText()
                .contains("f-present-error", "会议不合法定人数");
        assertThat(first.post(
                        round + "/steps/DECIDED", "onDay", "2026-03-02", "due", "11", "present", "9", "agree", "8"))
                .hasStatus(302);
        assertThat(first.post(
                        round + "/notice",
                        "document",
                        "清组公〔2026〕12号",
                        "published",
                        "2026-03-02",
                        "from",
                        "2026-03-03",
                        "body",
                        "县委组织部"))
                .hasStatus(302);
        assertThat(WebUser.body(first.get("/notices"))).contains(name, "2026-03-03", "2026-03-09", "12380");
        UUID posting =
                database.owner().queryForObject("select id from posting where person_id = ?", UUID.class, person);
        assertThat(first.post(round + "/steps/NOTICE_CLOSED", "onDay", "2026-03-02"))
                .hasStatus(422)
                .bodyText()
                .contains("f-onDay-error", "公示到");

        clock.set("2026-03-10T09:00");
        assertThat(WebUser.body(first.get("/notices"))).doesNotContain(name);
        assertThat(first.post(round + "/steps/NOTICE_CLOSED", "onDay", "2026-03-10"))
                .hasStatus(302);
        String page = "/postings/" + posting;
        assertThat(WebUser.body(first.get(page))).contains("还差 2 项", "任职谈话");
        assertThat(first.post(page + "/acts/ANNOUNCED", "onDay", "2026-03-10", "day", "2026-03-10", "body", "镇政府"))
                .hasStatus(422)
                .bodyText()
                .contains("还没有登记任职谈话");
        assertThat(first.post(page + "/acts/TALK", "onDay", "2026-03-10", "body", "组织部部长", "note", "已谈"))
                .hasStatus(302);
        assertThat(first.post(
                        page + "/acts/APPOINTMENT", "onDay", "2026-03-10", "body", "县委", "document", "清委〔2026〕9号"))
                .hasStatus(302);
        assertThat(first.post(page + "/acts/ANNOUNCED", "onDay", "2026-03-10", "day", "2026-03-10", "body", "镇政府"))
                .hasStatus(302);
        assertThat(WebUser.body(first.get(page))).contains("在任", "清委〔2026〕9号");
        assertThat(WebUser.body(first.get("/postings"))).contains(name, "在任");
        assertThat(WebUser.body(first.get("/postings/export?format=csv"))).contains(name, "第一书记任职");
    }

    @Test
    void whatIsTypedWrongIsSaidAtItsFieldAndStaysTyped() {
        Appointments made = new Appointments(beans, county, person, county.township());
        String round = "/postings/rounds/" + made.round;
        assertThat(first.post("/postings/rounds", "title", " "))
                .hasStatus(422)
                .bodyText()
                .contains("f-title-error");
        assertThat(first.post(round + "/proposals", "note", "留着的说明"))
                .hasStatus(422)
                .bodyText()
                .contains("f-personId-error", "f-townshipId-error", "f-reasons-error", "f-onDay-error", "留着的说明");
        assertThat(first.post(
                        round + "/proposals",
                        "personId",
                        person.toString(),
                        "townshipId",
                        county.townships().get(2).toString(),
                        "reasons",
                        "GROWTH",
                        "onDay",
                        "2026-03-02"))
                .hasStatus(422)
                .bodyText()
                .contains("f-townshipId-error", "不是工业乡镇");
        assertThat(first.post(
                        round + "/proposals",
                        "personId",
                        person.toString(),
                        "townshipId",
                        county.townships().get(1).toString(),
                        "reasons",
                        "GROWTH",
                        "onDay",
                        "2026-03-02"))
                .hasStatus(422)
                .bodyText()
                .contains("f-personId-error", "已在本批次中");
        assertThat(first.post(round + "/steps/DELIBERATED", "onDay", "2026-02-30", "body", "留着的机关"))
                .hasStatus(422)
                .bodyText()
                .contains("f-onDay-error", "留着的机关");
        assertThat(first.post(round + "/steps/DELIBERATED", "onDay", "2026-03-01"))
                .hasStatus(422)
                .bodyText()
                .contains("f-onDay-error", "不能早于前一步");
        assertThat(first.post(round + "/steps/DELIBERATED", "onDay", "2026-03-02", "waive", "true", "reason", "x"))
                .hasStatus(422)
                .bodyText()
                .contains("不允许省去");
        assertThat(first.post(round + "/steps/ANNOUNCED", "onDay", "2026-03-02"))
                .hasStatus(422);
        assertThat(first.post(round + "/steps/EMPEROR", "onDay", "2026-03-02")).hasStatus(404);
        assertThat(first.post(round + "/steps/DECIDED", "onDay", "2026-03-02", "due", "many"))
                .hasStatus(422)
                .bodyText()
                .contains("这不是一个整数");
        assertThat(first.post("/postings/" + made.posting + "/acts/ENDED", "onDay", "2026-03-02"))
                .hasStatus(422)
                .bodyText()
                .contains("请选择离任原因");
        assertThat(database.owner()
                        .queryForObject(
                                "select count(*) from posting_step where posting_id = ?", Integer.class, made.posting))
                .as("nothing is half done")
                .isOne();
    }

    @Test
    void whatIsNotPublicIsNowhereForAnybodyElse() {
        Appointments made = new Appointments(beans, county, person, county.township()).upTo(StepKind.DECIDED);
        List<String> pages = List.of(
                "/postings",
                "/postings?show=all",
                "/postings?show=gaps",
                "/postings/export?format=csv&show=all",
                "/postings/" + made.posting,
                "/postings/rounds/" + made.round,
                "/notices",
                "/",
                "/cockpit",
                "/divisions",
                "/divisions/" + county.township(),
                "/trail",
                "/trail/export?format=csv",
                "/duties",
                "/duties/export?format=csv",
                "/accounts");
        for (Role role : Role.values()) {
            if (role.isSystem() || role == Role.COUNTY_ORGANIZER) {
                continue;
            }
            WebUser other = WebUser.signedIn(mvc, given.person(role, unit(role)));
            for (String page : pages) {
                assertThat(WebUser.body(other.get(page)))
                        .as("%s sees %s", role, page)
                        .doesNotContain(name);
            }
        }
        WebUser second = WebUser.signedIn(mvc, county.second());
        for (String page : pages) {
            assertThat(WebUser.body(second.get(page))).as(page).doesNotContain(name);
        }
        assertThat(WebUser.body(WebUser.anonymous(mvc).get("/notices"))).doesNotContain(name);
        assertThat(second.get("/postings/" + made.posting)).hasStatus(404);
        assertThat(second.post("/postings/rounds/" + made.round + "/steps/NOTICE", "onDay", "2026-03-07"))
                .hasStatus(404);

        made.at(made.day().plusDays(1)).publish(made.day());
        assertThat(WebUser.body(second.get("/postings/" + made.posting))).contains(name);
        assertThat(WebUser.body(WebUser.anonymous(mvc).get("/notices"))).contains(name);
        assertThat(second.post("/postings/" + made.posting + "/acts/WITHDRAWN", "onDay", "2026-03-08", "note", "x"))
                .as("an organizer of the county, not of the round")
                .hasStatus(404);
    }

    @Test
    void anObjectionIsRecordedAndConcludedOnThePage() {
        Appointments made = new Appointments(beans, county, person, county.township()).upTo(StepKind.NOTICE);
        String page = "/postings/" + made.posting;
        assertThat(first.post(page + "/objections", "content", "留着的摘要"))
                .hasStatus(422)
                .bodyText()
                .contains("f-receivedOn-error", "f-way-error", "留着的摘要");
        assertThat(first.post(page + "/objections", "receivedOn", "2026-03-08", "way", "LETTER", "content", "反映的情况"))
                .hasStatus(302);
        assertThat(WebUser.body(first.get(page))).contains("反映的情况", "核查中");
        WebUser leader = WebUser.signedIn(mvc, given.person(Role.COUNTY_LEADER, county.id()));
        assertThat(WebUser.body(leader.get(page))).contains(name).doesNotContain("反映的情况");
        UUID objection = database.owner()
                .queryForObject("select id from objection where posting_id = ?", UUID.class, made.posting);
        assertThat(first.post(page + "/objections/" + objection + "/conclusion", "investigation", "已核查"))
                .hasStatus(422)
                .bodyText()
                .contains("f-conclusion-error", "f-harmless-error");
        assertThat(first.post(
                        page + "/objections/" + objection + "/conclusion",
                        "investigation",
                        "已核查",
                        "conclusion",
                        "不属实",
                        "harmless",
                        "true"))
                .hasStatus(302);
        assertThat(WebUser.body(first.get(page))).contains("不影响任职");
    }

    @Test
    void anOfficeIsTakenOverByTwoAndMarkedEverywhere() {
        String page = String.valueOf(first.post(
                        "/postings/take-over",
                        "personId",
                        person.toString(),
                        "townshipId",
                        county.township().toString(),
                        "reasons",
                        "INDUSTRY",
                        "from",
                        "2025-01-06",
                        "expectedEnd",
                        "2027-01-05",
                        "onDay",
                        "2025-01-06")
                .getResponse()
                .getRedirectedUrl());
        assertThat(WebUser.body(first.get(page))).contains("补录", "缺文号", "须由另一名");
        assertThat(first.post(page + "/confirmation")).hasStatus(422);
        WebUser second = WebUser.signedIn(mvc, county.second());
        assertThat(second.post(page + "/confirmation")).hasStatus(302);
        assertThat(WebUser.body(second.get("/postings"))).contains(name, "补录", "在任");
        assertThat(WebUser.body(second.get("/postings/export?format=csv"))).contains("补录");
        assertThat(first.post(
                        "/postings/take-over", "endedOn", "2026-01-01", "from", "2025-01-06", "onDay", "2025-01-06"))
                .hasStatus(422)
                .bodyText()
                .contains("f-endKind-error", "f-personId-error");
    }

    @Test
    void aProcedureIsProposedAndConfirmed() {
        assertThat(first.post("/postings/template", "validFrom", "2026-03-02", "noticeDays", "4", "termYears", "2"))
                .hasStatus(422)
                .bodyText()
                .contains("f-noticeDays-error", "不得少于 5 个工作日");
        assertThat(first.post(
                        "/postings/template",
                        "validFrom",
                        "2026-03-02",
                        "noticeDays",
                        "7",
                        "termYears",
                        "3",
                        "termStart",
                        "OFFICE",
                        "waivable",
                        "DECIDED",
                        "hotline",
                        "12380",
                        "reason",
                        "x"))
                .hasStatus(422)
                .bodyText()
                .contains("有的步骤不能省");
        assertThat(first.post(
                        "/postings/template",
                        "validFrom",
                        "2026-03-02",
                        "noticeDays",
                        "7",
                        "termYears",
                        "3",
                        "termStart",
                        "OFFICE",
                        "waivable",
                        "RECOMMENDED",
                        "hotline",
                        "12380",
                        "reason",
                        "县委常委会议定"))
                .hasStatus(302);
        UUID id = database.owner()
                .queryForObject("select id from procedure_template where county_id = ?", UUID.class, county.id());
        assertThat(first.post("/postings/template/" + id + "/confirmation")).hasStatus(422);
        WebUser second = WebUser.signedIn(mvc, county.second());
        assertThat(second.post("/postings/template/" + id + "/confirmation")).hasStatus(302);
        assertThat(WebUser.body(second.get("/postings/template"))).contains("公示 7 个工作日，任期 3 年");
    }

    @Test
    void everybodyReadsTheListInBothLanguagesAndAdministratorsNothing() {
        new Appointments(beans, county, person, county.township()).upTo(StepKind.ANNOUNCED);
        for (Role role : List.of(
                Role.COUNTY_LEADER, Role.FIRST_SECRETARY_DESIGNATE, Role.PARTY_SECRETARY, Role.TOWNSHIP_CLERK)) {
            Person someone = given.person(role, unit(role));
            WebUser reader = WebUser.signedIn(mvc, someone);
            assertThat(WebUser.body(reader.get("/postings")))
                    .as("%s", role)
                    .contains(name)
                    .doesNotContain("新建批次");
            assertThat(WebUser.body(reader.inEnglish().get("/postings"))).contains("In office");
        }
        for (Role role : Role.ADMINISTRATORS) {
            WebUser administrator = WebUser.signedIn(mvc, given.person(role, null));
            assertThat(administrator.get("/postings")).hasStatus(403);
            assertThat(administrator.post("/postings/rounds", "title", "x")).hasStatus(403);
        }
    }

    private @org.jspecify.annotations.Nullable UUID unit(Role role) {
        return switch (role.level()) {
            case INSTALLATION -> null;
            case TOWNSHIP -> county.township();
            case COUNTY, BUREAU -> county.id();
            case CITY ->
                database.owner().queryForObject("select city_id from division where id = ?", UUID.class, county.id());
            case VILLAGE -> {
                given.villages(county.township(), 1);
                yield database.owner()
                        .queryForObject(
                                "select id from division where parent_id = ? limit 1", UUID.class, county.township());
            }
        };
    }
}
