package org.xuanpai.progress.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.division.Reorganise;
import org.xuanpai.division.service.ReorganisationService;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.progress.Months;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.progress.StepNotPossible;
import org.xuanpai.progress.TownshipReportsItself;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;

/** A township that ended leaves months that nobody finishes; the county stops waiting and says why (decision 26). */
@IntegrationTest
class ClosedTownshipIT {

    private static final Period SEPTEMBER = Period.of(2026, 9);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private ReportClosingService closings;

    @Autowired
    private ReminderService reminders;

    @Autowired
    private ReportReviewService reviews;

    @Autowired
    private MonthQueries months;

    @Autowired
    private ReorganisationService reorganisations;

    @Autowired
    private Given given;

    @Autowired
    private MutableClock clock;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Database database;

    private TestCounty county;
    private UUID ended;
    private UUID stays;
    private CurrentUser first;

    @BeforeEach
    void aCountyBeforeOneOfItsTownshipsEnds() {
        clock.set("2026-10-20T09:00");
        county = given.county(2, 0, 0);
        ended = county.townships().get(0);
        stays = county.townships().get(1);
        first = county.first().user();
    }

    @Test
    void aDraftOfATownshipThatWasClosedIsNoLongerAskedForAndStaysMissing() {
        Months.Factory.of(beans).in(county, ended).at(SEPTEMBER, ReportStatus.DRAFT);
        closedOnItsDay();
        WebUser organizer = WebUser.signedIn(mvc, county.first());
        String path = "/progress/months/" + SEPTEMBER;
        assertThat(page().toClose())
                .extracting(unit -> unit.standing().townshipId())
                .containsExactly(ended);
        assertThat(page().late()).hasSize(2);

        var refused = organizer.post(path + "/closings", "ended", ended.toString(), "why", " ");
        assertThat(refused).hasStatus(422);
        Document form = Jsoup.parse(WebUser.body(refused));
        assertThat(Objects.requireNonNull(form.getElementById("f-why-error")).text())
                .contains("请写明");
        assertThat(form.select("#f-ended option[selected]").val()).isEqualTo(ended.toString());
        assertThat(organizer.post(path + "/closings", "ended", "x", "why", "撤销"))
                .hasStatus(422);
        assertThat(organizer.post(path + "/closings", "ended", ended.toString(), "why", "撤乡设办，账目已移交"))
                .hasStatus(302);

        assertThat(WebUser.body(organizer.get(path))).contains("不再等待", "撤乡设办，账目已移交");
        Document cockpit = Jsoup.parse(WebUser.body(organizer.get("/cockpit?month=" + SEPTEMBER)));
        assertThat(cockpit.select("tbody tr:has(a[href*=" + ended + "])").text())
                .contains("不再等待", "已办结");
        assertThat(WebUser.body(organizer.inEnglish().get(path))).contains("Not waited for");
        assertThat(page().late())
                .extracting(unit -> unit.standing().townshipId())
                .containsExactly(stays);
        assertThat(page().reported()).isZero();
        assertThat(page().units()).hasSize(2);
        assertThat(ScopeContext.<Integer>call(first, () -> reminders.remind(first, SEPTEMBER)))
                .isEqualTo(1);
        close("再说一遍");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void whatTheCountySentBackCanBeGivenUpWhatIsWithItCannot() {
        Months town = Months.Factory.of(beans).in(county, ended).at(SEPTEMBER, ReportStatus.SUBMITTED);
        closedOnItsDay();
        assertThat(page().toClose()).isEmpty();
        assertThatThrownBy(() -> close("撤销")).isInstanceOf(StepNotPossible.class);
        CurrentUser second = county.second().user();
        ScopeContext.run(
                second, () -> reviews.sendBack(second, ended, SEPTEMBER, town.submissions(SEPTEMBER), "请核对", Map.of()));

        close("撤销");

        assertThat(rows()).isEqualTo(1);
        assertThat(town.status(SEPTEMBER)).isEqualTo("[RETURNED]");
    }

    @Test
    void aTownshipThatIsThereOrWasMergedReportsItself() {
        assertThatThrownBy(() -> close("撤销")).isInstanceOf(TownshipReportsItself.class);
        new Reorganise(reorganisations).done(county, Reorganise.mergeInto(stays, DAY, ended));
        clock.set("2026-11-10T09:00");

        assertThat(page().toClose()).isEmpty();
        assertThatThrownBy(() -> close("撤销")).isInstanceOf(TownshipReportsItself.class);
        assertThat(rows()).isZero();
    }

    private void closedOnItsDay() {
        new Reorganise(reorganisations).done(county, Reorganise.close(ended, DAY));
        clock.set("2026-11-10T09:00");
    }

    private void close(String reason) {
        ScopeContext.run(first, () -> closings.close(first, ended, SEPTEMBER, reason));
    }

    private MonthPage page() {
        return ScopeContext.call(first, () -> months.page(first, SEPTEMBER));
    }

    private int rows() {
        return Objects.requireNonNull(database.owner()
                .queryForObject("select count(*) from report_closing where county_id = ?", Integer.class, county.id()));
    }
}
