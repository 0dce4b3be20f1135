package org.xuanpai.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xuanpai.fixture.WebUser.body;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.calendar.service.CalendarService;
import org.xuanpai.calendar.service.ProposeYear;
import org.xuanpai.fixture.AtOnce;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Role;

/** The calendar on screen. The year 2027, which is not shipped, is put back after each test: others count with it. */
@IntegrationTest
class CalendarPagesIT {

    private static final String YEAR = "2027-01-01,休,元旦\n2027-01-02,休,元旦\n2027-01-09,班,元旦\n";

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MutableClock clock;

    @Autowired
    private CalendarService service;

    @Autowired
    private WorkingDays workingDays;

    @Autowired
    private Database database;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private TestCounty county;
    private CurrentUser first;
    private CurrentUser second;

    @BeforeEach
    void aCounty() {
        clock.set("2026-11-05T09:00");
        county = given.county();
        first = county.first().user();
        second = county.second().user();
    }

    @AfterEach
    void theYearIsNotLoadedAgain() {
        database.owner()
                .update(
                        "delete from calendar_day where calendar_year_id in (select id from calendar_year where not shipped)");
        database.owner().update("delete from calendar_year where not shipped");
    }

    @Test
    void aYearIsShownWithItsDaysOffAndMadeUpDays() {
        WebUser clerk = WebUser.signedIn(mvc, given.person(Role.TOWNSHIP_CLERK, county.township()));

        assertThat(body(clerk.get("/calendar?year=2026")))
                .contains("全年 248 个工作日；放假 33 天，调休上班 6 天。", "春节", "02-15", "is-off", "is-make", "is-today")
                .doesNotContain("/calendar/proposals");
        assertThat(body(clerk.get("/calendar"))).contains("2026 年工作日历");
        assertThat(body(clerk.get("/calendar/export?year=2026&format=csv"))).contains("2026-10-10", "班");
    }

    @Test
    void aYearThatIsNotLoadedIsSaidAndNeverGuessed() {
        WebUser clerk = WebUser.signedIn(mvc, given.person(Role.TOWNSHIP_CLERK, county.township()));

        assertThat(body(clerk.get("/calendar?year=2027")))
                .contains("2027 年的放假安排还没有导入，系统不作推测")
                .doesNotContain("class=\"xp-cal\"");
        assertThat(clerk.get("/calendar/export?year=2027&format=csv")).hasStatus(404);
        Deadline deadline = ScopeContext.call(
                first,
                () -> new TransactionTemplate(transactions).execute(t -> workingDays.deadlineFor(Period.of(2026, 12))));
        assertThat(deadline).isNotNull();
        assertThat(deadline.provisional()).isTrue();
    }

    @Test
    void oneOrganizerProposesAYearAndAnotherConfirmsIt() {
        UUID proposal = propose(YEAR);
        WebUser proposer = WebUser.signedIn(mvc, county.first());
        WebUser other = WebUser.signedIn(mvc, county.second());

        assertThat(body(proposer.get("/calendar?year=2026"))).contains("2027 年的放假安排待第二人确认");
        assertThat(body(proposer.get("/calendar?year=2027")))
                .contains("由您提出", "/withdrawal")
                .doesNotContain("/confirmation");
        String confirmation = "/calendar/proposals/" + proposal + "/confirmation";
        assertThat(body(other.get("/calendar?year=2027"))).contains(confirmation, "2027-01-09", "放假 2 天，调休上班 1 天");
        assertThat(proposer.post(confirmation, "version", "0")).hasStatus(422);
        assertThat(other.post(confirmation, "version", "7")).hasStatus(409);
        assertThat(isWorkingDay("2027-01-09")).isEqualTo(WorkingDay.UNKNOWN);

        assertThat(other.post(confirmation, "version", "0")).hasStatus(302).hasRedirectedUrl("/calendar?year=2027");

        assertThat(isWorkingDay("2027-01-09")).isEqualTo(WorkingDay.YES);
        assertThat(other.post(confirmation, "version", "1")).hasStatus(422);
        assertThat(body(other.get("/calendar?year=2027"))).contains("class=\"xp-cal\"", "国办发明电");
    }

    @Test
    void onlyOneOfManyConfirms() {
        UUID proposal = propose(YEAR);

        assertThat(AtOnce.run(4, second, () -> service.confirm(second, proposal, 0)))
                .hasSize(3);
        assertThat(database.owner()
                        .queryForObject(
                                "select count(*) from calendar_year where year = 2027 and status = 'IN_EFFECT'",
                                Integer.class))
                .isOne();
    }

    @Test
    void aProposalIsWithdrawnAndMakesRoom() {
        UUID proposal = propose(YEAR);
        assertThatThrownBy(() -> propose(YEAR)).isInstanceOf(YearAlreadyProposed.class);
        WebUser proposer = WebUser.signedIn(mvc, county.first());

        assertThat(proposer.post("/calendar/proposals/" + proposal + "/withdrawal", "version", "0"))
                .hasStatus(302);

        assertThat(propose(YEAR)).isNotEqualTo(proposal);
    }

    @ParameterizedTest
    @CsvSource({
        "2027, '', , 所选文件是空的, file",
        "abc, YEAR, 国办发明电, 应填整数, year",
        "'', YEAR, 国办发明电, 请填写年份, year",
        "999999, YEAR, 国办发明电, 不能导入 999999 年, year",
        "1999, YEAR, 国办发明电, 不能导入 1999 年, year",
        "2028, YEAR, 国办发明电, 不能导入 2028 年, year",
        "2027, YEAR, '', 请填写放假通知的文号或网址, paper",
        "2027, YEAR, 'a\u0000b', 控制字符, paper",
        "2027, '2027-02-30,休,春节', 国办发明电, 2027-02-30, file",
        "2027, '2025-05-01,休,劳动节', 国办发明电, 不属于 2027 年, file",
        "2027, '2027-05-01,也许,劳动节', 国办发明电, 休还是班, file",
        "2027, '{\"year\":2027', 国办发明电, 不是正确的 JSON, file"
    })
    void aFileThatDoesNotFitIsRefusedAtTheField(String year, String content, String paper, String message, String field)
            throws Exception {
        WebUser organizer = WebUser.signedIn(mvc, county.first());
        byte[] file = content.replace("YEAR", YEAR).getBytes(StandardCharsets.UTF_8);

        var refused = mvc.post()
                .uri("/calendar/proposals")
                .multipart()
                .file("file", file)
                .param("year", year)
                .param("paper", paper == null ? "" : paper)
                .param("_csrf", organizer.csrf())
                .cookie(organizer.cookies().values().toArray(jakarta.servlet.http.Cookie[]::new))
                .exchange();

        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains(message, "href=\"#f-" + field + "\"", "id=\"f-" + field + "-error\"");
        assertThat(database.owner()
                        .queryForObject("select count(*) from calendar_year where not shipped", Integer.class))
                .isZero();
    }

    @Test
    void addressesThatLeadNowhereAreRefused() {
        WebUser organizer = WebUser.signedIn(mvc, county.first());

        assertThat(organizer.get("/calendar?year=999999")).hasStatus(404);
        assertThat(organizer.get("/calendar?year=-1")).hasStatus(404);
        assertThat(organizer.get("/calendar?year=abc").getResponse().getStatus())
                .isBetween(400, 404);
        assertThat(organizer.get("/calendar?year=99999999999999").getResponse().getStatus())
                .isBetween(400, 404);
        for (String id : new String[] {Ids.next().toString(), "no-id"}) {
            assertThat(organizer.post("/calendar/proposals/" + id + "/confirmation", "version", "0"))
                    .hasStatus(404);
            assertThat(organizer.post("/calendar/proposals/" + id + "/withdrawal", "version", "0"))
                    .hasStatus(404);
        }
        assertThat(organizer.post("/calendar/proposals", "year", "2027", "file", "text"))
                .hasStatus(422);
        assertThat(WebUser.signedIn(mvc, given.person(Role.COUNTY_LEADER, county.id()))
                        .post("/calendar/proposals", "year", "2027"))
                .hasStatus(403);
    }

    @Test
    void theDatabaseItselfAsksForASecondPerson() {
        UUID proposal = propose(YEAR);

        refused(
                "update calendar_year set status = 'IN_EFFECT', confirmed_by = proposed_by, confirmed_by_name = 'x',"
                        + " confirmed_at = now() where id = '" + proposal + "'",
                "calendar_year_two_persons");
        refused("update calendar_day set day_off = false where calendar_year_id = '" + proposal + "'", "denied");
        refused("delete from calendar_year where id = '" + proposal + "'", "denied");
    }

    private void refused(String sql, String why) {
        assertThatThrownBy(() -> ScopeContext.run(
                        first, () -> new TransactionTemplate(transactions).executeWithoutResult(t -> jdbc.update(sql))))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining(why);
    }

    private UUID propose(String days) {
        return ScopeContext.call(
                first,
                () -> service.propose(
                        first, new ProposeYear(2027, "国办发明电〔2026〕7号", days.getBytes(StandardCharsets.UTF_8))));
    }

    private WorkingDay isWorkingDay(String day) {
        return ScopeContext.call(
                first,
                () -> new TransactionTemplate(transactions)
                        .execute(t -> workingDays.calendar().isWorkingDay(LocalDate.parse(day))));
    }
}
