package org.xuanpai.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.DivisionCode;
import org.xuanpai.shared.Role;

/** A county's organizers bring their own units in from the published list, and need not wait. */
@IntegrationTest
class LandImportIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MutableClock clock;

    @Autowired
    private Database database;

    private TestCounty county;
    private WebUser organizer;
    private WebUser second;
    private Map<String, String> list;

    @BeforeEach
    void aCountyAndAList() {
        clock.set("2026-11-05T09:00");
        county = given.county(1, 0, 1);
        organizer = WebUser.signedIn(mvc, county.first());
        second = WebUser.signedIn(mvc, county.second());
        String code = county.code();
        String city = code.substring(0, 4);
        String foreign = "970101";
        list = new LinkedHashMap<>();
        list.put("provinces.csv", "code,name\n99,示例省\n97,外省\n");
        list.put("cities.csv", "code,name,provinceCode\n" + city + ",示例市,99\n9701,外市,97\n");
        list.put(
                "areas.csv",
                "code,name,cityCode,provinceCode\n" + code + ",县" + code + "," + city + ",99\n" + foreign
                        + ",外县,9701,97\n");
        list.put(
                "streets.csv",
                "code,name,areaCode,provinceCode,cityCode\n" + code + "100,柳渡镇," + code + ",99," + city + "\n" + code
                        + "103,云墩镇," + code + ",99," + city + "\n" + foreign + "100,外镇," + foreign + ",97,9701\n");
        list.put(
                "villages.csv",
                "code,name,streetCode,provinceCode,cityCode,areaCode\n" + code + "103201,井头村," + code + "103,99," + city
                        + "," + code + "\n" + foreign + "100201,外村," + foreign + "100,97,9701," + foreign + "\n");
    }

    @Test
    void aCountyWithAnInventedCodeIsToldWhyNoPublishedListHasIt() {
        String page = WebUser.body(organizer.get("/divisions/import"));
        assertThat(page).contains("（" + county.code() + "）", "不是真实的区划代码");
        assertThat(WebUser.body(handIn())).contains("不是真实的区划代码");
        assertThat(WebUser.body(organizer.inEnglish().get("/divisions/import")))
                .contains(county.code() + " is no real division code");
        assertThat(new DivisionCode("110101").isInvented()).isFalse();
        assertThat(new DivisionCode("820000").isInvented()).isFalse();
        assertThat(new DivisionCode("990101").isInvented()).isTrue();
        assertThat(new DivisionCode("100101").isInvented()).isTrue();
    }

    @Test
    void oneOrganizerAloneAddsNothingHoweverOftenTheListIsHandedIn() {
        for (int time = 0; time < 2; time++) {
            assertThat(ended(ordered(handIn(csvFiles()))))
                    .contains("什么也没有导入", ">将新增</dt><dd><b class=\"xp-n\">2<", county.code() + "103 云墩镇", "井头村")
                    .doesNotContain("两人经手");
        }
        assertThat(units("select count(*) from division where county_id = '" + county.id() + "'"))
                .isEqualTo(3);
        assertThat(units("select count(*) from trail_entry where action = 'division.importLookedAt' and actor_name = '"
                        + county.first().user().displayName() + "'"))
                .isEqualTo(2);
    }

    @Test
    void anotherListThanTheOneThatWasSeenIsOnlyLookedAt() {
        ended(ordered(handIn(csvFiles())));
        list.computeIfPresent("villages.csv", (file, rows) -> rows.replace("井头村", "井尾村"));

        assertThat(ended(ordered(handIn(second, csvFiles())))).contains("什么也没有导入", "井尾村");
        assertThat(units("select count(*) from division where county_id = '" + county.id() + "'"))
                .isEqualTo(3);
    }

    @Test
    void aLookOfLastSeasonDoesNotCount() {
        ended(ordered(handIn(csvFiles())));
        clock.advance(Duration.ofDays(32));
        second = WebUser.signedIn(mvc, county.second());
        organizer = WebUser.signedIn(mvc, county.first());

        assertThat(ended(ordered(handIn(second, csvFiles())))).contains("什么也没有导入");
    }

    @Test
    void theOwnUnitsOfAListOfTheWholeCountryAreBroughtInAndTheRestIsSaid() throws IOException {
        byte[] zip = zip();
        ended(ordered(handIn(file("list.zip", zip))));

        String page = ended(ordered(handIn(second, file("list.zip", zip))));

        assertThat(page)
                .contains(county.first().user().displayName() + "预览过的相同")
                .contains("已导入", "名称与名录不同", "名录中为 柳渡镇", "名录中没有的单位", "村" + county.code() + "100200")
                .contains(">新增</dt><dd><b class=\"xp-n\">2<");
        assertThat(units("select count(*) from division where code like '970101%'"))
                .isZero();
        assertThat(units("select count(*) from division where county_id = '" + county.id() + "'"))
                .isEqualTo(5);
        assertThat(units("select count(*) from job_file f join job j on j.id = f.job_id where j.county_id = '"
                        + county.id() + "'"))
                .isZero();
        assertThat(units("select count(*) from trail_entry where action = 'division.imported' and actor_name = '"
                        + county.second().user().displayName() + "'"))
                .isEqualTo(1);
    }

    @Test
    void theFiveFilesDoAsWellAndASecondTimeAddsNothing() {
        ended(ordered(handIn(csvFiles())));
        assertThat(ended(ordered(handIn(second, csvFiles())))).contains(">新增</dt><dd><b class=\"xp-n\">2<");

        assertThat(ended(ordered(handIn(second, csvFiles())))).contains(">新增</dt><dd><b class=\"xp-n\">0<");
    }

    @Test
    void aListThatIsBrokenChangesNothingAndSaysWhy() {
        list.put(
                "villages.csv",
                "code,name,streetCode,provinceCode,cityCode,areaCode\n" + county.code() + "103201,井头村," + county.code()
                        + "777,99,x," + county.code() + "\n" + county.code() + "103,x\n");

        String page = ended(ordered(handIn(csvFiles())));

        assertThat(page).contains("未完成", "什么也没有导入", "villages.csv");
        assertThat(units("select count(*) from division where county_id = '" + county.id() + "'"))
                .isEqualTo(3);
    }

    @Test
    void whatIsNoListIsRefusedAtOnce() {
        assertThat(handIn(file("list.zip", "PK nonsense".getBytes(StandardCharsets.UTF_8))))
                .hasStatus(422);
        assertThat(handIn(file("streets.csv", "code,name".getBytes(StandardCharsets.UTF_8))))
                .hasStatus(422);
        assertThat(WebUser.body(handIn())).contains("请选择文件");
        assertThat(ended(ordered(handIn(file("list.zip", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0})))))
                .contains("未完成", "list.zip");
    }

    @Test
    void aJobThatFellSilentHasFailedAndTheNextOneMayBegin() {
        UUID silent = UUID.randomUUID();
        database.owner().update("""
                insert into job (id, kind, county_id, account_id, account_name, argument, state, asked_at, alive_at)
                values (?, 'land-import', ?, ?, 'x', '2023-06-30', 'RUNNING', timestamptz '2026-11-05 08:00+08',
                        timestamptz '2026-11-05 08:58+08')""", silent, county.id(), county.first().user().accountId());

        assertThat(WebUser.body(organizer.get("/divisions/import/" + silent))).contains("未完成", "任务中断了");
        assertThat(ended(ordered(handIn(csvFiles())))).contains("已预览，待第二人");
        assertThat(units("select count(*) from job where state = 'FAILED' and county_id = '" + county.id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void anImportThatCountsAsFailedBeforeItIsDoneAddsNothing() throws SQLException {
        ended(ordered(handIn(csvFiles())));
        String job;
        try (Connection other = DriverManager.getConnection(
                        database.url(),
                        database.ownerLogin().user(),
                        database.ownerLogin().password());
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table division in share row exclusive mode");
            job = ordered(handIn(second, csvFiles()));
            await().atMost(PATIENCE)
                    .until(() -> units("select count(*) from pg_locks where not granted"
                                    + " and relation = 'division'::regclass")
                            == 1);
            clock.advance(Duration.ofSeconds(61));
            assertThat(WebUser.body(organizer.get(job))).contains("未完成", "任务中断了");
            other.rollback();
        }

        await().atMost(PATIENCE)
                .until(() ->
                        units("select count(*) from job where ended_at is null and county_id = '" + county.id() + "'")
                                == 0);
        assertThat(WebUser.body(organizer.get(job))).contains("未完成", "任务中断了");
        assertThat(units("select count(*) from division where county_id = '" + county.id() + "'"))
                .isEqualTo(3);
    }

    @Test
    void anImportWhoseEndIsNotWrittenAddsNothing() {
        ended(ordered(handIn(csvFiles())));
        database.owner().execute("""
                create function refuse_end() returns trigger language plpgsql as
                $$ begin raise exception 'refused'; end $$""");
        database.owner()
                .execute("create trigger refuse_end before update on job for each row when (new.state = 'DONE'"
                        + " and old.county_id = '" + county.id() + "') execute function refuse_end()");
        try {
            assertThat(ended(ordered(handIn(second, csvFiles())))).contains("未完成", "任务没有完成");
        } finally {
            database.owner().execute("drop function refuse_end() cascade");
        }
        assertThat(units("select count(*) from division where county_id = '" + county.id() + "'"))
                .isEqualTo(3);
        assertThat(units("select count(*) from trail_entry where action = 'division.imported' and actor_name = '"
                        + county.second().user().displayName() + "'"))
                .isZero();
    }

    @Test
    void oneImportOfACountyRunsAtATime() {
        database.owner().update("""
                insert into job (id, kind, county_id, account_id, account_name, argument, state, asked_at, alive_at)
                values (gen_random_uuid(), 'land-import', ?, ?, 'x', '2023-06-30', 'RUNNING', timestamptz '2026-11-05 08:59+08',
                        timestamptz '2026-11-05 08:59:50+08')""", county.id(), county.first().user().accountId());

        MvcTestResult another = handIn(csvFiles());

        assertThat(another).hasStatus(422);
        assertThat(WebUser.body(another)).contains("请等它结束");
    }

    @Test
    void othersSeeNothingOfIt() {
        String job = ordered(handIn(csvFiles()));
        ended(job);
        WebUser stranger = WebUser.signedIn(mvc, given.county().first());
        WebUser clerk = WebUser.signedIn(mvc, given.person(Role.TOWNSHIP_CLERK, county.township()));

        assertThat(stranger.get(job)).hasStatus(404);
        assertThat(clerk.get(job)).hasStatus(403);
        assertThat(clerk.get("/divisions/import")).hasStatus(403);
    }

    private String ordered(MvcTestResult answer) {
        assertThat(answer).hasStatus(302);
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }

    /** The page of a job that has ended; until then it asks again by itself. */
    private String ended(String job) {
        await().atMost(PATIENCE).until(() -> organizer.get(job).getResponse().getHeader("Refresh") == null);
        return WebUser.body(organizer.get(job));
    }

    private MvcTestResult handIn(MockMultipartFile... files) {
        return handIn(organizer, files);
    }

    private MvcTestResult handIn(WebUser by, MockMultipartFile... files) {
        var request = mvc.post().uri("/divisions/import").multipart();
        for (MockMultipartFile file : files) {
            request.file(file);
        }
        return request.param("asOf", "2023-06-30")
                .param("_csrf", by.csrf())
                .cookie(by.cookies().values().toArray(Cookie[]::new))
                .exchange();
    }

    private MockMultipartFile[] csvFiles() {
        return list.entrySet().stream()
                .map(entry -> file(entry.getKey(), entry.getValue().getBytes(StandardCharsets.UTF_8)))
                .toArray(MockMultipartFile[]::new);
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("files", name, "application/octet-stream", content);
    }

    private byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : list.entrySet()) {
                zip.putNextEntry(new ZipEntry("data/" + entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private int units(String question) {
        Integer count = database.owner().queryForObject(question, Integer.class);
        return count == null ? 0 : count;
    }
}
