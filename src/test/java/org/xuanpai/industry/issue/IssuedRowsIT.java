package org.xuanpai.industry.issue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.fixture.Behind;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.Person;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Role;

/** A sheet is what was issued with it; what answers or precedes it is there. */
@IntegrationTest
class IssuedRowsIT {

    private static final Period APRIL = Period.of(2026, 4);

    private static final String SHEET = """
            insert into issued_sheet (id, county_id, issuer, period, number, way, content_hash, fresh, changed, unchanged,
                                      issued_by, issued_by_name, issued_by_unit, issued_at)
            values (:sheet, :county, 'STATISTICS', date '%s', %s, 'TYPED', 'x', 0, 1, 0, acting_account(), 'x', 'x', acting_now())
            """;

    private static final String FIGURE = """
            insert into issued_figure (sheet_id, county_id, issuer, period, township_id, indicator_code, version, typed, value)
            select id, county_id, issuer, period, :township, 'value_added', %s, 'CUMULATIVE', 7 from issued_sheet
            where number = %s and county_id = :county
            """;

    private static final String OBJECT = """
            insert into figure_objection (id, county_id, township_id, issuer, indicator_code, period, figure_version, reason,
                                          raised_by, raised_by_name, raised_at)
            values (gen_random_uuid(), :county, :township, 'STATISTICS', 'value_added', date '2026-04-01', 1, 'x', '%s', 'x', now())
            """;

    private static final String REISSUED = """
            update figure_objection set answer = 'REISSUED', answered_by = acting_account(), answered_by_name = 'x',
                   answered_at = now() where township_id = :township
            """;

    private static final String SETTING = """
            insert into typed_setting (id, county_id, indicator_code, typed, valid_from, proposed_by, proposed_by_name, proposed_at)
            values (gen_random_uuid(), :county, 'value_added', 'MONTH', date '%s', acting_account(), 'x', acting_now())
            """;

    private static final String CONFIRMED = """
            update typed_setting set confirmed_by = acting_account(), confirmed_by_name = 'x', confirmed_at = acting_now()
            where county_id = :county
            """;

    @Autowired
    private Given given;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private org.xuanpai.platform.database.Database database;

    @Autowired
    private MutableClock clock;

    private TestCounty county;
    private Person organizer;
    private Behind sql;

    @BeforeEach
    void aprilIsIssued() {
        clock.set("2026-05-04T09:00");
        county = given.county();
        organizer = county.first();
        given.issued(county, county.township(), APRIL, Map.of("value_added", BigDecimal.TEN));
        sql = new Behind(
                jdbc,
                transactions,
                Map.of("county", county.id(), "township", county.township(), "sheet", UUID.randomUUID()));
    }

    @Test
    void aSheetDoesNotGrow() {
        sql.refused(organizer, "next_version_with_sheet", FIGURE.formatted("2", "1"));
    }

    @Test
    void aSheetHasTheNextVersionsThatItCounts() {
        String sheet = SHEET.formatted("2026-04-01", "2");

        sql.taken(organizer, sheet, FIGURE.formatted("2", "2"));
        sql.refused(organizer, "next_version_with_sheet", sheet, FIGURE.formatted("3", "2"));
        sql.refused(organizer, "the figures that it counts", sheet);
        sql.refused(
                organizer, "numbered without a gap", SHEET.formatted("2026-04-01", "3"), FIGURE.formatted("2", "3"));
    }

    @Test
    void aSheetIsOfAMonthThatIsOver() {
        sql.refused(organizer, "of_month_that_is_over", SHEET.formatted("2026-05-01", "1"));
        sql.refused(
                organizer,
                "of_month_that_is_over",
                SHEET.formatted("2026-04-01", "2").replace("acting_now()", "acting_now() - interval '1 day'"));
    }

    @Test
    void anObjectionIsNotAnsweredByAFigureThatIsNotThere() {
        Person clerk = given.person(Role.TOWNSHIP_CLERK, county.township());
        database.owner()
                .update(OBJECT.formatted(clerk.user().accountId())
                        .replace(":county", "'" + county.id() + "'")
                        .replace(":township", "'" + county.township() + "'"));

        sql.refused(organizer, "reissued_with_figure", REISSUED);
        sql.taken(organizer, SHEET.formatted("2026-04-01", "2"), FIGURE.formatted("2", "2"), REISSUED);
    }

    @Test
    void whatIsTypedDoesNotReachBack() {
        sql.taken(organizer, SETTING.formatted("2026-05-01"));
        sql.refused(organizer, "from_now_on", SETTING.formatted("2026-04-01"));
        sql.refused(
                organizer,
                "from_now_on",
                SETTING.formatted("2026-05-01").replace("acting_now()", "acting_now() - interval '1 day'"));

        database.owner()
                .update(SETTING.formatted("2026-05-01")
                        .replace(":county", "'" + county.id() + "'")
                        .replace("acting_account()", "'" + organizer.user().accountId() + "'"));
        sql.taken(county.second(), CONFIRMED);
        clock.set("2026-06-01T09:00");
        sql.refused(county.second(), "confirmed_from_now_on", CONFIRMED);
    }
}
