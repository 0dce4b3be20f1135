package org.xuanpai.industry.issue.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xuanpai.fixture.WebUser.body;
import static org.xuanpai.shared.FigureIssuer.STATISTICS;
import static org.xuanpai.shared.FigureIssuer.TAX;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.exchange.UploadLimits;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.industry.issue.IssueWay;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Role;

/** Issuing a month on screen: typed, pasted, uploaded, looked at, issued; and who sees what of it. */
@IntegrationTest
class IssuePagesIT {

    private static final Period APRIL = Period.of(2026, 4);
    private static final String SHEET = "/industry/issued/STATISTICS/2026-04";

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MutableClock clock;

    @Autowired
    private Database database;

    @Autowired
    private PreviewSeal seals;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private TestCounty county;
    private UUID first;
    private UUID second;
    private Person person;
    private WebUser bureau;

    @BeforeEach
    void aprilIsOver() {
        clock.set("2026-05-04T09:00");
        county = given.county(2, 1, 0);
        first = county.townships().get(0);
        second = county.townships().get(1);
        person = given.bureau(county.id(), STATISTICS);
        bureau = WebUser.signedIn(mvc, person);
    }

    @Test
    void whatIsTypedIsPreviewedAndIssuedOnce() {
        assertThat(body(bureau.get(SHEET + "/entry"))).contains(name(first), name(second));
        MvcTestResult previewed = bureau.post(
                SHEET + "/preview",
                cell(first),
                "１０,764",
                cell(second),
                "",
                cell(first, "value_added_growth"),
                "-15.38");
        Document preview = page(previewed);

        assertThat(preview.text()).contains("新增 2 个，更正 0 个，与现在相同 0 个，没有写到 2 个", "10,764.00", "−15.38", "逐格填写");
        assertThat(figures()).isZero();
        MvcTestResult issued = issue(preview);
        assertThat(issued).hasStatus(302).hasRedirectedUrl(SHEET);
        assertThat(body(bureau.follow(issued))).contains("已下发：新增 2 个，更正 0 个，不变 0 个。", "10,764.00", "第 1 次");

        MvcTestResult again = issue(preview);
        assertThat(again).hasStatus(422);
        assertThat(body(again)).contains("有人先下发了这个月的数据");
        assertThat(figures()).isEqualTo(2);
        MvcTestResult same = bureau.post(SHEET + "/preview", cell(first), "10764");
        assertThat(page(same).text()).contains("没有新的数字，也没有变化").doesNotContain("确认下发");
    }

    @Test
    void thePreviewTellsNewFromChangedFromUnchanged() {
        issued(first, "10764");
        Document preview = page(bureau.post(
                SHEET + "/preview",
                cell(first),
                "10800",
                cell(second),
                "9000",
                cell(first, "value_added_growth"),
                "1.5"));

        assertThat(preview.text()).contains("新增 2 个，更正 1 个，与现在相同 0 个，没有写到 1 个");
        assertThat(preview.html()).contains("<del>10,764.00</del>", "<ins>10,800.00</ins>", "+36.00");
        assertThat(page(bureau.post(SHEET + "/preview", cell(first), "10764.00", cell(second), "1"))
                        .text())
                .contains("新增 1 个，更正 0 个，与现在相同 1 个");
    }

    @Test
    void aPastedTableIsRead() {
        String pasted = "区划代码\t乡镇\t规上工业增加值（万元）\n" + county.code() + "100000\t" + name(first) + "\t10,764.00\n\n" + "\t"
                + name(second) + "\t9000\n";
        Document preview = page(bureau.post(SHEET + "/preview", "pasted", pasted));

        assertThat(preview.text()).contains("新增 2 个", "粘贴表格", "10,764.00", "9,000.00");
        assertThat(issue(preview)).hasStatus(302);
        assertThat(figures()).isEqualTo(2);
    }

    @Test
    void theFirstHeadMayBeEmpty() {
        Document preview = page(bureau.post(SHEET + "/preview", "pasted", "\t规上工业增加值\n" + name(first) + "\t10764"));

        assertThat(preview.text()).contains("新增 1 个", "10,764.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "xlsx"})
    void anUploadedFileIsReadAndItsNameKept(String kind) throws IOException {
        byte[] file = kind.equals("xlsx")
                ? workbook("乡镇", "规上工业增加值", name(first), 10_764.5)
                : ("乡镇,规上工业增加值\n" + name(first) + ",10764.5\n").getBytes(Charset.forName(kind));
        Document preview = page(bureau.upload(SHEET + "/preview", file("C:\\数据\\四月.x", file)));

        assertThat(preview.text()).contains("新增 1 个", "上传文件 四月.x", "10,764.50");
        assertThat(issue(preview)).hasStatus(302);
        assertThat(body(bureau.get(SHEET))).contains("上传文件 四月.x", "10,764.50");
    }

    @Test
    void theExportFilledInIsReadAgain() {
        issued(first, "10764");
        String file = body(bureau.get(SHEET + "/export?format=csv")).replace("10764.00", "10800.00");
        Document preview =
                page(bureau.upload(SHEET + "/preview", file("again.csv", file.getBytes(StandardCharsets.UTF_8))));

        assertThat(preview.text()).contains("新增 0 个，更正 1 个");
    }

    @Test
    void aFileThatIsNoTableIsRefusedAtTheField() throws IOException {
        refusedFile("读不出来", new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1, 2});
        refusedFile("没有内容", " ,\n , \n".getBytes(StandardCharsets.UTF_8));
        refusedFile("太大", new byte[UploadLimits.BYTES + 1]);
        refusedFile("太大", zip("xl/worksheets/sheet1.xml", new byte[40 * 1024 * 1024]));
        refusedFile("宏", zip("xl/vbaProject.bin", new byte[10]));
        refusedFile("没有要下发的指标", "乡镇,利润\n镇,1\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anEmptyFileOrNothingAtAllIsRefused() {
        assertThat(refused(bureau.upload(SHEET + "/preview", file("empty.csv", new byte[0]))))
                .contains("没有新的数字");
        assertThat(refused(bureau.post(SHEET + "/preview"))).contains("没有新的数字");
        assertThat(refused(bureau.post(SHEET + "/preview", "pasted", " \n "))).contains("没有新的数字");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 不能是负数",
        "abc, 应填数字",
        "1e9, 应填数字",
        "NaN, 应填数字",
        "1.234, 最多 2 位小数",
        "9999999999999, 数字太大",
        "'1\u0000', 应填数字",
        "'<script>', 应填数字"
    })
    void aCellThatCannotBeAFigureIsSaidAtTheFieldAndNothingIsLost(String typed, String message) {
        String answer = refused(bureau.post(SHEET + "/preview", cell(first), typed, cell(second), "4711"));
        Document page = Jsoup.parse(answer);
        String id = "f-figures-" + first + "-value-added";

        assertThat(Objects.requireNonNull(page.getElementById(id + "-error")).text())
                .contains(message);
        assertThat(page.select("a[href=#" + id + "]").text()).contains(name(first), "规上工业增加值", message);
        assertThat(Objects.requireNonNull(page.getElementById("f-figures-" + second + "-value-added"))
                        .val())
                .isEqualTo("4711");
        if (!typed.contains("\u0000")) { // which no page can hold
            assertThat(Objects.requireNonNull(page.getElementById(id)).val()).isEqualTo(typed);
        }
        assertThat(figures()).isZero();
    }

    @Test
    void whatIsWrongInAPastedTableIsNamedByRowAndColumnAndStaysThere() {
        String pasted = "乡镇\t规上工业增加值\t利润\n" + name(first) + "\t-5\t\n合计\t9\t\n";
        Document page = Jsoup.parse(refused(bureau.post(SHEET + "/preview", "pasted", pasted)));

        assertThat(Objects.requireNonNull(page.getElementById("f-pasted-error")).text())
                .contains("第 1 行“利润”", "第 2 行" + name(first) + "，规上工业增加值：不能是负数", "第 3 行“合计”：不是这个月的工业乡镇");
        assertThat(Objects.requireNonNull(page.getElementById("f-pasted")).wholeText())
                .startsWith(pasted.strip());
        Document english = Jsoup.parse(refused(bureau.inEnglish().post(SHEET + "/preview", "pasted", pasted)));
        assertThat(Objects.requireNonNull(english.getElementById("f-pasted-error"))
                        .text())
                .contains("value added", "Cannot be negative");
    }

    @Test
    void whatIsTypedBesideAPastedTableCountsToo() {
        String pasted = "乡镇\t规上工业增加值\n" + name(first) + "\t10764\n";
        Document preview = page(bureau.post(SHEET + "/preview", "pasted", pasted, cell(second), "9000"));

        assertThat(preview.text()).contains("新增 2 个", "10,764.00", "9,000.00");
        assertThat(issue(preview)).hasStatus(302);
        assertThat(figures()).isEqualTo(2);
    }

    @Test
    void aCellThatTheTableContradictsIsAskedAboutAndNothingIsLost() {
        issued(first, "10764");
        String pasted = "乡镇\t规上工业增加值\n" + name(first) + "\t10800\n" + name(second) + "\t9000\n";
        // the cell that counts already was filled in by the page
        assertThat(page(bureau.post(SHEET + "/preview", "pasted", pasted, cell(first), "10764"))
                        .text())
                .contains("新增 1 个，更正 1 个");
        Document asked = Jsoup.parse(
                refused(bureau.post(SHEET + "/preview", "pasted", pasted, cell(first), "10764", cell(second), "9100")));

        assertThat(text(asked, "f-figures-" + second + "-value-added-error")).contains("表格里这一格是 9000");
        assertThat(Objects.requireNonNull(asked.getElementById("f-figures-" + second + "-value-added"))
                        .val())
                .isEqualTo("9100");
        assertThat(Objects.requireNonNull(asked.getElementById("f-pasted")).wholeText())
                .startsWith(pasted.strip());
        assertThat(page(bureau.post(SHEET + "/preview", "pasted", pasted, cell(second), "9000"))
                        .text())
                .contains("新增 1 个，更正 1 个");
    }

    @Test
    void whatTheOpenedPageShowedIsNotTakenForTypedWhenSomebodyIssuedSince() {
        issued(first, "10764");
        String opened =
                page(bureau.get(SHEET + "/entry")).select("input[name=opened]").val();
        issued(first, "10800");
        String pasted = "乡镇\t规上工业增加值\n" + name(second) + "\t9000\n";
        Document asked = Jsoup.parse(
                refused(bureau.post(SHEET + "/preview", "pasted", pasted, "opened", opened, cell(first), "10764")));

        assertThat(text(asked, "f-figures-" + first + "-value-added-error")).contains("打开页面之后有人下发过");
        String renewed = asked.select("input[name=opened]").val();
        assertThat(page(bureau.post(SHEET + "/preview", "pasted", pasted, "opened", renewed, cell(first), "10764"))
                        .text())
                .contains("新增 1 个，更正 1 个");
    }

    @Test
    void aFileAndAPastedTableAtOnceAreAskedAbout() throws IOException {
        byte[] file = workbook("乡镇", "规上工业增加值", name(first), 10764);
        String pasted = "乡镇\t规上工业增加值\n" + name(second) + "\t9000\n";
        Document asked =
                Jsoup.parse(refused(bureau.upload(SHEET + "/preview", file("四月.xlsx", file), "pasted", pasted)));

        assertThat(text(asked, "f-pasted-error")).contains("同时选了文件又粘贴了表格");
        assertThat(Objects.requireNonNull(asked.getElementById("f-pasted")).wholeText())
                .startsWith(pasted.strip());
    }

    private static String text(Document page, String id) {
        return Objects.requireNonNull(page.getElementById(id)).text();
    }

    @Test
    void manyFaultsAreNotAllListed() {
        String pasted = "乡镇\t规上工业增加值\n" + "无此镇\t1\n".repeat(50);

        assertThat(refused(bureau.post(SHEET + "/preview", "pasted", pasted))).contains("另外还有 30 处不对");
    }

    @Test
    void whoIsOvertakenIsToldAndSeesTheNewComparison() {
        Document preview = page(bureau.post(SHEET + "/preview", cell(first), "10764", cell(second), "9000"));
        issued(first, "10000");

        MvcTestResult overtaken = issue(preview);
        assertThat(overtaken).hasStatus(422);
        Document now = Jsoup.parse(body(overtaken));
        assertThat(now.text()).contains("有人先下发了这个月的数据", "新增 1 个，更正 1 个");
        assertThat(now.html()).contains("<del>10,000.00</del>", "<ins>10,764.00</ins>");
        assertThat(figures()).isEqualTo(1);
        assertThat(issue(now)).hasStatus(302);
        assertThat(figures()).isEqualTo(3);
    }

    @Test
    void whoGoesBackFromThePreviewFindsWhatWasBrought() {
        Document preview = page(bureau.post(SHEET + "/preview", "pasted", "乡镇\t规上工业增加值\n" + name(first) + "\t10764.5"));
        Document entry = page(bureau.post(
                SHEET + "/entry",
                "content",
                preview.select("input[name=content]").val()));

        assertThat(Objects.requireNonNull(entry.getElementById("f-figures-" + first + "-value-added"))
                        .val())
                .isEqualTo("10,764.50");
        assertThat(figures()).isZero();
    }

    @Test
    void aMonthThatIsNotOverIsNotIssuedAndThePageSaysSo() {
        String may = "/industry/issued/STATISTICS/2026-05";

        assertThat(body(bureau.get(may))).contains("这个月还没有过完").doesNotContain("/entry");
        assertThat(refused(bureau.get(may + "/entry"))).contains("还没有过完，不能下发");
        assertThat(refused(bureau.post(may + "/preview", cell(first), "1"))).contains("还没有过完");
        assertThat(refused(bureau.post(
                        may + "/issuance",
                        "content",
                        first + " value_added 1",
                        "seen",
                        "0",
                        "way",
                        "TYPED",
                        "fileName",
                        "")))
                .contains("还没有过完");
        assertThat(figures()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/industry/issued/TAX/2026-04",
                "/industry/issued/statistics/2026-04",
                "/industry/issued/NOBODY/2026-04",
                "/industry/issued/STATISTICS/2026-13",
                "/industry/issued/STATISTICS/2026-01",
                "/industry/issued/STATISTICS/april"
            })
    void aForeignIssuerAndAnUnknownMonthAreNotFound(String sheet) {
        for (String page : List.of("", "/entry", "/export?format=csv")) {
            assertThat(bureau.get(sheet + page)).as(page).hasStatus(404);
        }
        assertThat(bureau.post(sheet + "/preview", cell(first), "1")).hasStatus(404);
        assertThat(bureau.post(sheet + "/entry", "content", "")).hasStatus(404);
        assertThat(bureau.post(sheet + "/issuance", "content", "", "seen", "0", "way", "TYPED"))
                .hasStatus(404);
        assertThat(bureau.post(sheet + "/objections/" + Ids.next() + "/refusal", "reason", "x"))
                .hasStatus(404);
    }

    @Test
    void townshipsThatAreNotOnTheSheetAreRefusedHoweverTheyAreSent() {
        TestCounty foreign = given.county();
        UUID farming = county.townships().get(2);
        for (UUID township : List.of(foreign.township(), farming, Ids.next())) {
            assertThat(refused(bureau.post(SHEET + "/preview", cell(township), "4711")))
                    .contains("没有新的数字");
            assertThat(refused(carried(township + " value_added 4711"))).contains("不下发的乡镇或指标");
        }
        assertThat(refused(carried(first + " tax_paid 4711"))).contains("不下发的乡镇或指标");
        assertThat(refused(carried(first + " value_added -1"))).contains("不能是负数");
        assertThat(figures()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "------------------------------------ value_added 1",
                "x",
                "%s value_added 1e9",
                "%s value_added 99999999999999999999",
                "%s value_added 1\nrubbish",
                "%s VALUE 1",
                "\u0000",
                "",
                "\n"
            })
    void whatNoPreviewCarriesOnIsRefused(String content) {
        String sent = content.replace("%s", first.toString());

        assertThat(carried(sent)).hasStatus(422);
        MvcTestResult back = bureau.post(SHEET + "/entry", "content", sent);
        assertThat(back.getResponse().getStatus()).isIn(200, 422);
        assertThat(figures()).isZero();
    }

    @Test
    void malformedFieldsOfThePreviewAreBadRequests() {
        String content = first + " value_added 1";
        for (String[] fields : List.of(
                new String[] {"content", content, "seen", "many", "way", "TYPED"},
                new String[] {"content", content, "seen", "0", "way", "TELEPATHY"},
                new String[] {"content", content},
                new String[] {"seen", "0", "way", "TYPED"})) {
            assertThat(bureau.post(SHEET + "/issuance", fields).getResponse().getStatus())
                    .isBetween(400, 499);
        }
        assertThat(figures()).isZero();
    }

    @Test
    void nothingIsIssuedAsAFileThatWasNoFile() throws IOException {
        Document typed = page(bureau.post(SHEET + "/preview", cell(first), "4711"));
        for (String[] forged : List.of(
                new String[] {"way", "FILE", "fileName", "台账.xlsx"},
                new String[] {"content", first + " value_added 1"},
                new String[] {"seen", "1"},
                new String[] {"seal", "x"},
                new String[] {"seal", ""})) {
            Document answer = Jsoup.parse(refused(bureau.post(SHEET + "/issuance", sent(typed, forged))));
            assertThat(answer.text()).contains("与预览的不同，没有下发", "逐格填写").doesNotContain("台账.xlsx");
        }
        Document file = page(bureau.upload(
                SHEET + "/preview", file("四月.csv", ("乡镇,规上工业增加值\n" + name(first) + ",1\n").getBytes("UTF-8"))));
        refused(bureau.post(SHEET + "/issuance", sent(file, "content", first + " value_added 2")));
        WebUser colleague = WebUser.signedIn(mvc, given.bureau(county.id(), STATISTICS));
        refused(colleague.post(SHEET + "/issuance", sent(file)));
        assertThat(figures()).isZero();

        Document again = Jsoup.parse(refused(
                bureau.post(SHEET + "/issuance", sent(file, "content", first + " value_added 2", "way", "FILE"))));
        assertThat(issue(again)).hasStatus(302);
        assertThat(body(bureau.get(SHEET))).contains("逐格填写").doesNotContain("四月.csv");
    }

    @Test
    void aCellThatIsSaidTwiceIsRefusedAndTheSheetIsThereToFillIn() {
        String twice = first + " value_added 1\n" + first + " value_added 2";
        for (MvcTestResult answer : List.of(carried(twice), bureau.post(SHEET + "/entry", "content", twice))) {
            Document entry = Jsoup.parse(refused(answer));
            assertThat(entry.select("#errors").text()).contains("写了两次");
            assertThat(entry.getElementById("f-figures-" + first + "-value-added"))
                    .isNotNull();
        }
        assertThat(figures()).isZero();
    }

    /** 42 613.70 in September and 1.00 in October cannot be: it is said before anybody issues it. */
    @Test
    void whatTheChecksWonderAtIsIssuedOnlyByWhoLookedAtItAndSaysWhy() {
        given.issued(county, first, Period.of(2026, 3), Map.of("value_added", new BigDecimal("42613.70")));
        Document preview = page(bureau.post(SHEET + "/preview", cell(first), "1", cell(second), "9000"));

        assertThat(preview.select(".xp-checkrow").text()).contains("需核对", "1.00 小于上月累计 42,613.70，当月成了 −42,612.70");
        assertThat(preview.select(".xp-checkrow")).hasSize(1);
        Document silent = Jsoup.parse(refused(issue(preview)));
        assertThat(silent.select("#f-looked-error").text()).contains("有 1 处需核对");
        assertThat(silent.select("#f-note-error").text()).contains("请写明");
        Document ticked =
                Jsoup.parse(refused(bureau.post(SHEET + "/issuance", sent(preview, "looked", "true", "note", "  "))));
        assertThat(ticked.select("#f-looked-error")).isEmpty();
        assertThat(ticked.select("#f-looked[checked]")).hasSize(1);
        assertThat(ticked.select("#f-note-error").text()).contains("请写明");
        Document written = Jsoup.parse(refused(bureau.post(SHEET + "/issuance", sent(preview, "note", "口径调整"))));
        assertThat(written.select("#f-note").text()).isEqualTo("口径调整");
        refused(bureau.post(SHEET + "/issuance", sent(preview, "looked", "true", "note", "长".repeat(501))));
        assertThat(figures()).isEqualTo(1);

        assertThat(bureau.post(SHEET + "/issuance", sent(written, "looked", "true", "note", "口径调整")))
                .hasStatus(302);
        assertThat(body(bureau.get(SHEET))).contains("1 处经核对下发：口径调整");
        assertThat(database.owner()
                        .queryForObject(
                                "select details::text from trail_entry where action = 'industry.figuresIssued' and actor_name = ? order by seq desc limit 1",
                                String.class,
                                person.user().displayName()))
                .contains("口径调整", "doubts");
    }

    /** Before the county began to issue it, the township typed it: March's 42 613.70 is in its report and nowhere else. */
    @Test
    void aBureauLooksBackAtTheMonthsAsTheTownshipsReportsCountThem() {
        database.owner().update("""
                with report as (
                    insert into monthly_report (id, county_id, township_id, period, status, status_since, status_by_name, saved_at,
                                                saved_by_name, submissions, first_submitted_at)
                    values (gen_random_uuid(), ?, ?, date '2026-03-01', 'SUBMITTED', now(), 'x', now(), 'x', 1, now())
                    returning *),
                copy as (
                    insert into submitted_copy (id, report_id, number, county_id, township_id, period, submitted_by,
                                                submitted_by_name, submitted_at, achievements, absence, party_secretary_part,
                                                behind_note)
                    select gen_random_uuid(), id, 1, county_id, township_id, period, gen_random_uuid(), 'x', status_since,
                           '', '', '', '' from report
                    returning *)
                insert into submitted_figure (copy_id, indicator_code, county_id, township_id, typed, month_value, cumulative)
                select id, i.code, county_id, township_id, i.value, i.value, i.value
                from copy cross join (values ('value_added', 42613.70), ('fixed_investment', 7.0)) as i (code, value)""", county.id(), first);
        Document preview = page(bureau.post(SHEET + "/preview", cell(first), "1", cell(second), "9000"));

        assertThat(preview.select(".xp-checkrow").text()).contains("需核对", "小于上月累计 42,613.70");
        assertThat(earlier(person)).containsExactly("value_added");
        assertThat(earlier(given.bureau(county.id(), TAX))).isEmpty();
        assertThat(earlier(given.bureau(given.county().id(), STATISTICS))).isEmpty();
    }

    /** Which indicators of March somebody is told, whatever scope is named. */
    private List<String> earlier(Person reader) {
        return ScopeContext.call(
                reader.user(),
                () -> Objects.requireNonNull(new TransactionTemplate(transactions)
                        .execute(reading -> jdbc.sql("""
                                        select indicator_code from earlier_figures(array[cast(:township as uuid)],
                                            array[date '2026-03-31'], date '2026-04-30', null, array[cast(:county as uuid)], '{}')""")
                                .param("township", first)
                                .param("county", county.id())
                                .query(String.class)
                                .list())));
    }

    @Test
    void aFigureAboveTheNextMonthsIsWonderedAt() {
        clock.set("2026-06-04T09:00");
        given.issued(county, first, Period.of(2026, 5), Map.of("value_added", new BigDecimal("500")));
        Document preview = page(bureau.post(SHEET + "/preview", cell(first), "501"));

        assertThat(preview.select(".xp-checkrow").text()).contains("需核对", "下月（2026年5月）", "500.00 小于上月累计 501.00");
        assertThat(page(bureau.inEnglish().post(SHEET + "/preview", cell(first), "501"))
                        .select(".xp-checkrow")
                        .text())
                .contains("Needs a look", "The month after");
        assertThat(page(bureau.post(SHEET + "/preview", cell(first), "499")).select(".xp-checkrow"))
                .isEmpty();
    }

    @Test
    void theExportHasTheRowsOfTheScreen() throws IOException {
        issued(first, "10764");
        List<String> screen = page(bureau.get(SHEET)).select("tr[id^=t-] th").eachText();
        List<String> csv =
                body(bureau.get(SHEET + "/export?format=csv")).lines().toList();

        assertThat(csv.get(0)).contains("规上工业增加值 (万元)", "规上工业增加值增速 (%)");
        assertThat(csv).hasSize(1 + screen.size()).anyMatch(line -> line.contains(name(first) + ",10764"));
        byte[] workbook =
                bureau.get(SHEET + "/export?format=xlsx").getResponse().getContentAsByteArray();
        List<String> names = new ArrayList<>();
        try (ReadableWorkbook book = new ReadableWorkbook(new java.io.ByteArrayInputStream(workbook))) {
            book.getFirstSheet().read().forEach(row -> names.add(row.getCellText(1)));
        }
        assertThat(names).contains(name(first), name(second)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(bureau.get(SHEET + "/export?format=exe").getResponse().getStatus())
                .isBetween(400, 499);
        assertThat(bureau.get("/industry/issued/STATISTICS/2026-05/export?format=csv"))
                .hasStatus(200);
    }

    @Test
    void noNameInTheExportBecomesAFormula() {
        database.owner().update("update division set name = '=1+1' where id = ?", first);

        assertThat(body(bureau.get(SHEET + "/export?format=csv")))
                .contains("'=1+1")
                .doesNotContain(",=1+1");
    }

    @Test
    void everybodySeesWhatTheirDutyAllowsAndNoMore() {
        given.issued(county, first, APRIL, Map.of("value_added", new BigDecimal("10764"), "tax_paid", BigDecimal.TEN));
        given.issued(county, second, APRIL, Map.of("value_added", new BigDecimal("9000")));
        WebUser organizer = WebUser.signedIn(mvc, county.first());
        WebUser leader = WebUser.signedIn(mvc, given.person(Role.COUNTY_LEADER, county.id()));
        WebUser clerk = WebUser.signedIn(mvc, given.person(Role.TOWNSHIP_CLERK, first));
        WebUser economy = WebUser.signedIn(mvc, given.person(Role.BUREAU, county.id()));
        WebUser tax = WebUser.signedIn(mvc, given.bureau(county.id(), TAX));
        WebUser elsewhere = WebUser.signedIn(mvc, given.county().first());

        assertThat(body(organizer.get("/industry/issued"))).contains("统计局", "税务局", "供电公司", "已下发 2 / 4 个数", "/settings");
        assertThat(body(organizer.get(SHEET)))
                .contains("10,764.00", "9,000.00", "/entry")
                .doesNotContain("有异议");
        assertThat(organizer.post("/industry/issued/TAX/2026-04/preview", cell(first, "tax_paid"), "11"))
                .hasStatus(200);
        assertThat(body(bureau.get("/industry/issued")))
                .contains("统计局", "已下发 2 / 4 个数")
                .doesNotContain("税务局", "/settings");
        assertThat(bureau.get("/industry/issued/settings")).hasStatus(403);
        assertThat(body(leader.get(SHEET))).contains("10,764.00", "9,000.00").doesNotContain("/entry", "有异议");
        assertThat(body(clerk.get("/industry/issued"))).contains("统计局", "税务局").doesNotContain("/settings");
        assertThat(body(clerk.get(SHEET)))
                .contains("10,764.00", "有异议")
                .doesNotContain("9,000.00", name(second), "/entry");
        assertThat(body(clerk.get(SHEET + "/export?format=csv")))
                .contains("10764")
                .doesNotContain("9000");
        assertThat(tax.get(SHEET)).hasStatus(404);
        assertThat(body(tax.get("/industry/issued/TAX/2026-04"))).contains("10.00", "/entry");
        assertThat(body(elsewhere.get(SHEET))).doesNotContain("10,764.00", name(first));
        for (WebUser user : List.of(leader, clerk)) {
            assertThat(user.get(SHEET + "/entry")).hasStatus(403);
            assertThat(user.post(SHEET + "/preview", cell(first), "1")).hasStatus(403);
            assertThat(user.post(SHEET + "/entry", "content", "")).hasStatus(403);
            assertThat(user.post(SHEET + "/issuance", "content", first + " value_added 1", "seen", "1", "way", "TYPED"))
                    .hasStatus(403);
        }
        for (String page : List.of("/industry/issued", SHEET, SHEET + "/entry", SHEET + "/export?format=csv")) {
            assertThat(economy.get(page)).as(page).hasStatus(403);
        }
    }

    @Test
    void theListShowsWhatWasIssuedMonthByMonth() {
        Document before = page(bureau.get("/industry/issued"));
        assertThat(before.select("tbody tr").get(0).text()).contains("2026年4月", "尚未下发");
        issued(first, "10764");

        assertThat(page(bureau.get("/industry/issued"))
                        .select("tbody tr")
                        .get(0)
                        .text())
                .contains("2026年4月", "已下发 1 / 4 个数", "05-04");
        assertThat(page(bureau.inEnglish().get("/industry/issued")).text()).doesNotContain("下发");
    }

    private MvcTestResult issue(Document preview) {
        return bureau.post(
                SHEET + "/issuance",
                "content",
                preview.select("input[name=content]").val(),
                "seen",
                preview.select("input[name=seen]").val(),
                "way",
                preview.select("input[name=way]").val(),
                "fileName",
                preview.select("input[name=fileName]").val(),
                "seal",
                preview.select("input[name=seal]").val());
    }

    /** What a preview sends, with some of it replaced. */
    private static String[] sent(Document preview, String... replaced) {
        Map<String, String> fields = new TreeMap<>();
        for (String name : List.of("content", "seen", "way", "fileName", "seal")) {
            fields.put(name, preview.select("input[name=" + name + "]").val());
        }
        for (int i = 0; i < replaced.length; i += 2) {
            fields.put(replaced[i], replaced[i + 1]);
        }
        return fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    /** As if the preview had carried it on. */
    private MvcTestResult carried(String content) {
        String seal = seals.of(
                person.user().accountId(),
                IssuedMonth.of("STATISTICS", APRIL.toString()),
                0,
                IssueWay.TYPED,
                "",
                content);
        return bureau.post(
                SHEET + "/issuance", "content", content, "seen", "0", "way", "TYPED", "fileName", "", "seal", seal);
    }

    private void refusedFile(String why, byte[] content) {
        Document page = Jsoup.parse(refused(bureau.upload(SHEET + "/preview", file("table.xlsx", content))));
        assertThat(Objects.requireNonNull(page.getElementById("f-file-error")).text())
                .contains(why);
    }

    private void issued(UUID township, String value) {
        given.issued(county, township, APRIL, Map.of("value_added", new BigDecimal(value)));
    }

    private static String refused(MvcTestResult answer) {
        assertThat(answer).hasStatus(422);
        return body(answer);
    }

    private static Document page(MvcTestResult answer) {
        assertThat(answer).hasStatus(200);
        return Jsoup.parse(body(answer));
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("file", name, "application/octet-stream", content);
    }

    private static byte[] workbook(String township, String indicator, String name, double value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("one");
            sheet.value(0, 0, township);
            sheet.value(0, 1, indicator);
            sheet.value(1, 0, name);
            sheet.value(1, 1, value);
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    private String name(UUID township) {
        return "镇" + county.code() + (100 + county.townships().indexOf(township));
    }

    private static String cell(UUID township) {
        return cell(township, "value_added");
    }

    private static String cell(UUID township, String indicator) {
        return "figures[" + township + ":" + indicator + "]";
    }

    private int figures() {
        return Objects.requireNonNull(database.owner()
                .queryForObject("select count(*) from issued_figure where county_id = ?", Integer.class, county.id()));
    }
}
