package org.xuanpai.posting.people.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xuanpai.fixture.WebUser.body;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.xuanpai.IntegrationTest;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Leader;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Role;

/** People on screen. */
@IntegrationTest
class PeoplePagesIT {

    private static final String LIST = "/postings/people";

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Database database;

    private TestCounty county;
    private Leader leader;
    private String page;
    private WebUser first;
    private WebUser second;

    @BeforeEach
    void aLeader() {
        county = given.county(1, 0, 1);
        leader = Leader.in(database.owner(), county, "沈知远", "shen zhi yuan");
        page = LIST + "/" + leader.id();
        first = WebUser.signedIn(mvc, county.first());
        second = WebUser.signedIn(mvc, county.second());
    }

    @Test
    void anOrganizerEntersSomebodyAndSeesThePinyin() {
        MvcTestResult entered = first.post(LIST, person("", ""));

        assertThat(entered).hasStatus(302);
        assertThat(body(first.follow(entered))).contains("单雄信", "shan xiong xin", "1975-06", "请核对拼音");
        assertThat(body(first.get(LIST + "?text=sxx"))).contains("单雄信").doesNotContain("沈知远");
    }

    @Test
    void anOfficeIsProposedByOneAndConfirmedByAnother() {
        assertThat(first.post(page + "/offices", office("", ""))).hasStatus(302).hasRedirectedUrl(page);
        String office = page + "/offices/" + waiting("person_office");
        assertThat(body(first.get(page)))
                .contains("县委常委、宣传部部长", "待第二人确认", "须由县委组织部另一名工作人员确认", office + "/withdrawal")
                .doesNotContain(office + "/confirmation");
        assertThat(body(second.get(LIST))).contains("1 项待确认");
        assertThat(body(second.get(LIST + "?kind=WAITING"))).contains("沈知远");
        assertThat(body(second.get(page))).contains(office + "/confirmation");

        assertThat(first.post(office + "/confirmation")).hasStatus(422);
        assertThat(second.post(office + "/confirmation")).hasStatus(302).hasRedirectedUrl(page);
        assertThat(second.post(office + "/confirmation")).hasStatus(422);
        assertThat(first.post(office + "/withdrawal")).hasStatus(422);
        assertThat(body(second.get(LIST))).contains("县委常委、宣传部部长、副县长");
    }

    @Test
    void anEndIsProposedByOneAndConfirmedByAnother() {
        String office = page + "/offices/" + leader.office();
        assertThat(body(first.get(office + "/end"))).contains("副县长", "提出卸任");
        assertThat(first.post(office + "/end", "endsOn", "2025-01-01", "reason", "调任"))
                .hasStatus(302)
                .hasRedirectedUrl(page);
        String end = office + "/end/" + waiting("person_office_end");
        assertThat(body(first.get(page)))
                .contains("提出自 2025-01-01 起卸任：调任", end + "/withdrawal")
                .doesNotContain(office + "/end\"");

        assertThat(first.post(end + "/confirmation")).hasStatus(422);
        assertThat(second.post(end + "/confirmation")).hasStatus(302);
        assertThat(body(second.get(page))).contains("已结束");
        assertThat(body(first.post(office + "/end", "endsOn", "2025-01-01", "reason", "调任")))
                .contains("这个职务已在 2025-01-01 终止");
    }

    @Test
    void aLiaisonIsShownByItsOwnNameAndEnds() {
        assertThat(body(first.get(page))).contains("<span class=\"xp-kind\">包联</span>", "清委办发〔2021〕6号");
        assertThat(first.post(page + "/assignments", assignment("", ""))).hasStatus(302);
        String assignment = page + "/assignments/" + waiting("person_assignment");
        assertThat(second.post(assignment + "/confirmation")).hasStatus(302);
        assertThat(body(first.get(page))).contains("<span class=\"xp-kind\">挂职</span>");
        assertThat(first.post(assignment + "/end", "endsOn", "2024-02-01")).hasStatus(302);
        assertThat(body(first.get(page))).contains("录入终止");
    }

    @Test
    void aPortfolioIsEnteredAndEnded() {
        assertThat(first.post(page + "/portfolios", "work", "园区建设", "from", "2024-01-01"))
                .hasStatus(302);
        assertThat(body(first.get(LIST))).contains("工业和信息化、园区建设");
        String end = page + "/portfolios/" + leader.portfolio() + "/end";
        assertThat(body(first.get(end))).contains("工业和信息化").doesNotContain("name=\"reason\"");
        assertThat(first.post(end, "endsOn", "2025-01-01")).hasStatus(302);
        assertThat(body(first.get(LIST))).contains("园区建设").doesNotContain("工业和信息化");
    }

    @ParameterizedTest
    @CsvSource({
        "name, '', 请填写姓名",
        "name, '\u200b', 请填写姓名",
        "name, 'a\u202Eb', 控制字符",
        "pinyin, 单, 拼音只用拉丁字母",
        "pinyin, shan1, 拼音只用拉丁字母",
        "name, '王\uE000', 请自己填写拼音",
        "sex, '', 请选择性别",
        "sex, X, 格式不对",
        "birthMonth, '', 请填写出生年月",
        "birthMonth, 1975, 应填年月",
        "birthMonth, 1975-13, 应填年月",
        "birthMonth, +999999999-12, 出生年月不对",
        "birthMonth, 2020-01, 出生年月不对",
        "birthMonth, 0000-01, 出生年月不对",
        "education, ' ', 请填写学历学位",
        "username, nobody, 本县没有这个用户名的账号"
    })
    void whatDoesNotFitAPersonIsSaidAtTheField(String field, String typed, String message) {
        MvcTestResult refused = first.post(LIST, person(field, typed));

        String at = message.contains("自己填写拼音") ? "pinyin" : field;
        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains(message, "href=\"#f-" + at + "\"", "id=\"f-" + at + "-error\"");
        if (!field.equals("education")) {
            assertThat(body(refused)).contains("value=\"大学\"");
        }
        assertThat(count("person")).isOne();
    }

    @Test
    void aNameHasRoomForFiftyCharactersAndNoMore() {
        assertThat(body(first.post(LIST, person("name", "王".repeat(51))))).contains("最多 50 字");
        assertThat(first.post(LIST, person("name", "王".repeat(50)))).hasStatus(302);
    }

    @ParameterizedTest
    @CsvSource({
        "kind, '', 请选择职务类别",
        "kind, MAYOR, 格式不对",
        "kind, TOWNSHIP_PARTY_SECRETARY, 乡镇党委书记须选择乡镇",
        "title, '', 请填写职务全称",
        "from, '', 请填写起始日期",
        "from, 2026-02-30, 这不是一个日期",
        "from, 1900-01-01, 1980-01-01 至 2100-12-31",
        "to, 2020-01-01, 终止日期应晚于起始日期",
        "to, abc, 应填日期",
        "township, abc, 请从列出的各项中选择"
    })
    void whatDoesNotFitAnOfficeIsSaidAtTheField(String field, String typed, String message) {
        MvcTestResult refused = first.post(page + "/offices", office(field, typed));

        String at = message.contains("须选择乡镇") ? "township" : field;
        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains(message, "href=\"#f-" + at + "\"", "id=\"f-" + at + "-error\"");
        assertThat(count("person_office")).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "kind, '', 请选择包联或者挂职",
        "kind, POSTING, 格式不对",
        "township, '', 请选择乡镇",
        "township, 00000000-0000-0000-0000-000000000000, 没有这个乡镇",
        "village, 无此村, 没有这个村",
        "from, '', 请填写起始日期",
        "to, 2020-01-01, 终止日期应晚于起始日期",
        "document, '', 请填写文号"
    })
    void whatDoesNotFitAnAssignmentIsSaidAtTheField(String field, String typed, String message) {
        MvcTestResult refused = first.post(page + "/assignments", assignment(field, typed));

        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains(message, "href=\"#f-" + field + "\"", "id=\"f-" + field + "-error\"");
        assertThat(count("person_assignment")).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "/portfolios, work, '', from, 2024-01-01, 请填写分管的工作, work",
        "/portfolios, work, 工业和信息化, from, 2024-01-01, 日期重叠, work",
        "/portfolios, work, 园区, from, '', 请填写起始日期, from",
        "/offices/{office}/end, endsOn, '', reason, 调任, 请填写终止日期, endsOn",
        "/offices/{office}/end, endsOn, 2025-01-01, reason, ' ', 请写明原因, reason",
        "/offices/{office}/end, endsOn, 2021-09-28, reason, 调任, 终止日期应晚于起始日期, endsOn",
        "/offices/{office}/end, endsOn, 9999-01-01, reason, 调任, 应填日期, endsOn",
        "/portfolios/{portfolio}/end, endsOn, 2021-09-28, reason, '', 终止日期应晚于起始日期, endsOn",
        "/assignments/{assignment}/end, endsOn, 2021-09-28, reason, '', 终止日期应晚于起始日期, endsOn"
    })
    void whatDoesNotFitIsSaidAtItsField(
            String path, String one, String typed, String other, String typedToo, String message, String at) {
        MvcTestResult refused = first.post(page + at(path), one, typed, other, typedToo);

        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains(message, "href=\"#f-" + at + "\"", "id=\"f-" + at + "-error\"");
    }

    @Test
    void whoeverCorrectsWhatSomebodyElseChangedMeanwhileIsTold() {
        String form = body(first.get(page + "/edit"));
        assertThat(form).contains("value=\"shen zhi yuan\"", "name=\"version\" value=\"0\"");
        assertThat(first.post(page + "/edit", person("name", "沈知"))).hasStatus(302);

        MvcTestResult refused = second.post(page + "/edit", person("name", "沈远"));

        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains("value=\"沈远\"", "id=\"errors\"");
        assertThat(body(second.get(page))).contains("沈知").doesNotContain("沈远");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/edit",
                "/offices/new",
                "/offices/{office}/end",
                "/portfolios/new",
                "/portfolios/{portfolio}/end",
                "/assignments/new",
                "/assignments/{assignment}/end"
            })
    void foreignMissingAndMalformedIdsAreNotFound(String path) {
        TestCounty other = given.county();
        Leader foreign = Leader.in(database.owner(), other, "外县人", "wai xian ren");

        for (String id : List.of(foreign.id().toString(), Ids.next().toString(), "no-id")) {
            assertThat(first.get(LIST + "/" + id + at(path))).hasStatus(404);
        }
        for (String id : List.of(foreign.office().toString(), Ids.next().toString(), "no-id")) {
            assertThat(first.post(page + "/offices/" + id + "/confirmation")).hasStatus(404);
            assertThat(first.post(page + "/offices/" + id + "/withdrawal")).hasStatus(404);
            assertThat(first.get(page + "/offices/" + id + "/end")).hasStatus(404);
            assertThat(first.post(page + "/offices/" + leader.office() + "/end/" + id + "/confirmation"))
                    .hasStatus(404);
            assertThat(first.post(page + "/assignments/" + id + "/confirmation"))
                    .hasStatus(404);
            assertThat(first.post(page + "/portfolios/" + id + "/end", "endsOn", "2025-01-01"))
                    .hasStatus(404);
        }
    }

    @Test
    void aLeaderReadsWithoutBirthMonthsAndChangesNothing() {
        WebUser reader = WebUser.signedIn(mvc, given.person(Role.COUNTY_LEADER, county.id()));

        assertThat(body(reader.get(LIST))).contains("沈知远").doesNotContain(LIST + "/new");
        assertThat(body(reader.get(page)))
                .contains("副县长", "工业和信息化")
                .doesNotContain("1975-06", "出生年月", page + "/edit", "/offices/new", "/end");
        assertThat(body(reader.get(LIST + "/export?format=csv")))
                .contains("沈知远")
                .doesNotContain("1975-06", "出生年月");
        assertThat(reader.get(LIST + "/new")).hasStatus(403);
        assertThat(reader.get(page + "/edit")).hasStatus(403);
        assertThat(reader.post(LIST, person("", ""))).hasStatus(403);
        assertThat(reader.post(page + "/offices", office("", ""))).hasStatus(403);
        assertThat(reader.post(page + "/assignments", assignment("", ""))).hasStatus(403);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"PARTY_SECRETARY", "FIRST_SECRETARY", "TOWNSHIP_CLERK"})
    void townshipsAreRefused(Role role) {
        WebUser user = WebUser.signedIn(mvc, given.person(role, county.township()));

        assertThat(user.get(LIST)).hasStatus(403);
        assertThat(user.get(page)).hasStatus(403);
        assertThat(user.get(LIST + "/export?format=csv")).hasStatus(403);
        assertThat(body(user.get("/"))).doesNotContain("href=\"" + LIST);
    }

    @Test
    void theFileTellsLiaisonAndSecondmentApart() {
        String file = body(first.get(LIST + "/export?format=csv"));

        assertThat(file).contains("包联", "挂职", "出生年月", "1975-06", "shen zhi yuan", "工业和信息化");
        assertThat(body(first.get(LIST + "/export?format=csv&kind=SECONDMENT"))).doesNotContain("沈知远");
        assertThat(first.get(LIST + "/export?format=xlsx")).hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?kind=POSTING", "?kind=", "?page=99", "?page=-1", "?text=%25", "?text=%00", "?text=' or 1=1"})
    void everyHandWrittenAddressShowsAPage(String query) {
        assertThat(first.get(LIST + query).getResponse().getStatus()).isLessThan(500);
    }

    @Test
    void everythingIsThereInEnglish() {
        WebUser english = WebUser.signedIn(mvc, county.first()).inEnglish();

        assertThat(body(english.get(LIST))).contains("Leaders and Party secretaries", "Liaison");
        assertThat(body(english.get(page))).contains("Propose an office", "no rights");
        assertThat(body(english.post(LIST, person("name", "")))).contains("Please fill in the name");
    }

    private static String[] person(String field, String typed) {
        return with(
                field,
                typed,
                "name",
                "单雄信",
                "pinyin",
                "",
                "sex",
                "MALE",
                "birthMonth",
                "1975-06",
                "education",
                "大学",
                "username",
                "",
                "version",
                "0");
    }

    private static String[] office(String field, String typed) {
        return with(
                field,
                typed,
                "kind",
                "STANDING_COMMITTEE_MEMBER",
                "township",
                "",
                "title",
                "县委常委、宣传部部长",
                "from",
                "2022-06-30",
                "to",
                "");
    }

    private String[] assignment(String field, String typed) {
        return with(
                field,
                typed,
                "kind",
                "SECONDMENT",
                "township",
                county.township().toString(),
                "village",
                "",
                "from",
                "2023-03-01",
                "to",
                "",
                "document",
                "清组通〔2023〕9号");
    }

    /** The form filled in right but for one field. */
    private static String[] with(String field, String typed, String... form) {
        for (int i = 0; i < form.length; i += 2) {
            if (form[i].equals(field)) {
                form[i + 1] = typed;
            }
        }
        return form;
    }

    private String at(String path) {
        return path.replace("{office}", leader.office().toString())
                .replace("{portfolio}", leader.portfolio().toString())
                .replace("{assignment}", leader.assignment().toString());
    }

    private UUID waiting(String table) {
        return java.util.Objects.requireNonNull(database.owner()
                .queryForObject(
                        "select id from " + table
                                + " where county_id = ? and confirmed_by is null and withdrawn_at is null",
                        UUID.class,
                        county.id()));
    }

    private int count(String table) {
        return java.util.Objects.requireNonNull(database.owner()
                .queryForObject("select count(*) from " + table + " where county_id = ?", Integer.class, county.id()));
    }
}
