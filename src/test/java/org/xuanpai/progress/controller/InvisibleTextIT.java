package org.xuanpai.progress.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.database.Database;
import org.xuanpai.progress.Months;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.shared.Period;

/** What nobody can read is no reason, no note and no part of a report, in whichever form it is sent. */
@IntegrationTest
class InvisibleTextIT {

    private static final Period MONTH = Period.of(2025, 9);
    private static final String NOTHING = "\u200B\u2060\uFEFF\u3164\u2800\u00AD\u00A0";

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MutableClock clock;

    @Autowired
    private Given given;

    @Autowired
    private Database database;

    private Months town;
    private WebUser organizer;
    private WebUser party;

    @BeforeEach
    void aTownship() {
        clock.set("2025-11-05T09:00");
        town = Months.Factory.of(beans).township(2025);
        organizer = WebUser.signedIn(mvc, town.county.first());
        party = WebUser.signedIn(mvc, town.party);
    }

    @Test
    void aReportWithoutWordsIsNotHandedIn() {
        town.submit(MONTH.sameLastYear(), Months.content(Map.of("funds_in_place", "200"), "主持两次协调会", "外出学习"));

        for (String empty : List.of("absence", "partyPart", "behindNote", "reasons[funds_in_place.YEAR_CHANGE]")) {
            assertThat(party.post(town.path(MONTH) + "/submission", form(empty)))
                    .as(empty)
                    .hasStatus(422);
        }
        assertThat(town.status(MONTH)).isEqualTo("[]");
        assertThat(party.post(town.path(MONTH) + "/submission", form(""))).hasStatus(302);
    }

    @Test
    void nothingIsSentBackCorrectedOrReopenedWithoutWords() {
        town.at(MONTH, ReportStatus.SUBMITTED);
        String review = "/progress/reviews/" + town.township + "/" + MONTH;
        assertThat(organizer.post(review + "/return", "copy", "1", "reason", NOTHING))
                .hasStatus(422);
        assertThat(town.status(MONTH)).isEqualTo("[SUBMITTED]");

        assertThat(organizer.post(review + "/approval", "copy", "1")).hasStatus(302);
        assertThat(organizer.post(
                        town.path(MONTH) + "/corrections",
                        "indicator",
                        "fixed_investment",
                        "value",
                        "22167",
                        "note",
                        NOTHING))
                .hasStatus(422);
        assertThat(organizer.post("/progress/months/" + MONTH + "/lock")).hasStatus(302);
        assertThat(organizer.post("/progress/months/" + MONTH + "/reopenings", "reason", NOTHING))
                .hasStatus(422);
        assertThat(rows("figure_correction") + rows("month_reopening")).isZero();
    }

    @Test
    void anObjectionAndItsRefusalHaveWords() {
        town.issued(MONTH);
        String sheet = "/industry/issued/STATISTICS/" + MONTH;
        String objection = sheet + "/" + town.township + "/value_added/objection";

        assertThat(party.post(objection, "reason", NOTHING)).hasStatus(422);
        assertThat(rows("figure_objection")).isZero();
        assertThat(party.post(objection, "reason", "与台账不符")).hasStatus(302);
        UUID id = database.owner()
                .queryForObject("select id from figure_objection where county_id = ?", UUID.class, town.county.id());
        assertThat(organizer.post(sheet + "/objections/" + id + "/refusal", "reason", NOTHING))
                .hasStatus(422);
        assertThat(rows("figure_objection where answer is null")).isEqualTo(1);
    }

    private int rows(String table) {
        String where = table.contains(" where ") ? " and" : " where";
        Integer rows = database.owner()
                .queryForObject(
                        "select count(*) from " + table + where + " county_id = ?", Integer.class, town.county.id());
        return rows == null ? 0 : rows;
    }

    private String[] form(String empty) {
        Map<String, String> form = new java.util.TreeMap<>(Map.of(
                "version", String.valueOf(town.version(MONTH)),
                "token", UUID.randomUUID().toString(),
                "daysOnSite", "8",
                "achievements", "接通两户企业的电",
                "absence", "外出学习",
                "partyPart", "主持两次协调会",
                "behindNote", "工业投资项目开工晚，年底前补上",
                "figures[funds_in_place]", "700",
                "reasons[funds_in_place.YEAR_CHANGE]", "设备款到账"));
        Months.REAL.forEach((code, value) -> form.put("figures[" + code + "]", value));
        form.computeIfPresent(empty, (field, text) -> NOTHING);
        List<String> parameters = new ArrayList<>();
        form.forEach((name, value) -> parameters.addAll(List.of(name, value)));
        return parameters.toArray(String[]::new);
    }
}
