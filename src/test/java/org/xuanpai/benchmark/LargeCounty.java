package org.xuanpai.benchmark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.Period;

/** The largest county of the published list: 46 townships, 1,038 villages; 36 months of 15 indicators each. */
final class LargeCounty {

    static final int TOWNSHIPS = 46;
    static final int MONTHS = 36;
    static final int INDICATORS = 15;
    private static final int VILLAGES_EACH = 23;

    private LargeCounty() {}

    /** Everything up to the month is approved; the month itself waits for the county. */
    static TestCounty make(Given given, Database database, Period month) {
        TestCounty county = given.county(TOWNSHIPS, 0, 0);
        county.townships().forEach(township -> given.villages(township, VILLAGES_EACH));
        JdbcTemplate owner = database.owner();
        List<String> indicators = owner.query(
                "select code from indicator where valid_to is null order by on_cockpit desc, position limit ?",
                (row, number) -> row.getString("code"),
                INDICATORS);
        List<Period> periods =
                Stream.iterate(month, Period::previous).limit(MONTHS).toList();
        for (UUID township : county.townships()) {
            for (int year = month.year() - 3; year <= month.year(); year++) {
                given.targets(county, township, year, Map.of(indicators.get(0), BigDecimal.valueOf(20_000)));
            }
            for (Period period : periods) {
                report(owner, county, township, period, !period.equals(month), indicators);
            }
        }
        owner.execute("analyze");
        return county;
    }

    private static void report(
            JdbcTemplate owner,
            TestCounty county,
            UUID township,
            Period period,
            boolean approved,
            List<String> indicators) {
        UUID report = UUID.randomUUID();
        UUID copy = UUID.randomUUID();
        UUID submitter = UUID.randomUUID();
        LocalDate handedIn = period.lastDay().plusDays(5);
        owner.update(
                """
                insert into monthly_report (id, county_id, township_id, period, status, status_since, status_by_name, submissions,
                                            first_submitted_at, saved_at, saved_by_name)
                values (?, ?, ?, ?, ?, ?, '张三', 1, ?, ?, '张三')
                """,
                report,
                county.id(),
                township,
                period.key(),
                approved ? "APPROVED" : "SUBMITTED",
                handedIn,
                handedIn,
                handedIn);
        owner.update("""
                insert into submitted_copy (id, report_id, number, county_id, township_id, period, submitted_by,
                                            submitted_by_name, submitted_at, achievements, absence, party_secretary_part, behind_note)
                values (?, ?, 1, ?, ?, ?, ?, '张三', ?, '协调用电', '', '主持征地协调会', '')
                """, copy, report, county.id(), township, period.key(), submitter, handedIn);
        owner.batchUpdate(
                """
                insert into submitted_figure (copy_id, indicator_code, county_id, township_id, typed, month_value, cumulative,
                                              last_year, growth, yearly_target, completion)
                values (?, ?, ?, ?, ?, ?, ?, ?, 8.20, 20000, 60.0)
                """,
                indicators.stream()
                        .map(code -> new Object[] {
                            copy,
                            code,
                            county.id(),
                            township,
                            period.monthValue() * 1000,
                            1000,
                            period.monthValue() * 1000,
                            period.monthValue() * 900
                        })
                        .toList());
        if (approved) {
            owner.update(
                    """
                    insert into report_review (id, copy_id, county_id, township_id, outcome, reason, submitted_by, reviewer_id,
                                               reviewer_name, reviewed_at)
                    values (?, ?, ?, ?, 'APPROVED', '', ?, ?, '李四', ?)
                    """,
                    UUID.randomUUID(),
                    copy,
                    county.id(),
                    township,
                    submitter,
                    county.first().user().accountId(),
                    handedIn.plusDays(2));
        }
    }
}
