package org.xuanpai.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.cockpit.service.CockpitQueries;
import org.xuanpai.division.Shape;
import org.xuanpai.fixture.Given;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.progress.Months;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.progress.service.ReportQueries;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;

/**
 * A figure of the cockpit opens to its source, so both show the same: whenever this year's and last year's value were issued,
 * before the report was handed in, after, or again. Growth from 10,000 to 12,000 is 20.0 %, from 8,000 to 12,000 it is 50.0 %.
 */
@IntegrationTest
class SameFigureIT {

    private static final Period OCTOBER = Period.of(2025, 10);
    private static final Period THEN = OCTOBER.sameLastYear();
    private static final String CODE = "value_added";

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Given given;

    @Autowired
    private MutableClock clock;

    @Autowired
    private CockpitQueries cockpit;

    @Autowired
    private ReportQueries reports;

    private Months town;

    @BeforeEach
    void aTownship() {
        clock.set("2025-11-05T09:00");
        town = Months.Factory.of(beans).township(2025);
    }

    @Test
    void issuedBeforeTheReport() {
        issue(THEN, "10000");
        issue(OCTOBER, "12000");
        town.at(OCTOBER, ReportStatus.APPROVED);
        bothShow("20.0");
    }

    @Test
    void lastYearIssuedAgainAfterApproval() {
        issue(THEN, "10000");
        issue(OCTOBER, "12000");
        town.at(OCTOBER, ReportStatus.APPROVED);
        issue(THEN, "8000");
        bothShow("50.0");
    }

    @Test
    void bothIssuedAfterApproval() {
        town.at(OCTOBER, ReportStatus.APPROVED);
        issue(THEN, "10000");
        issue(OCTOBER, "12000");
        bothShow("20.0");
    }

    @Test
    void lastYearNotIssuedAtAll() {
        issue(OCTOBER, "12000");
        town.at(OCTOBER, ReportStatus.APPROVED);
        bothShow(null);
    }

    @Test
    void anIssuedGrowthCountsBeforeADerivedOne() {
        issue(THEN, "10000");
        given.issued(
                town.county,
                town.township,
                OCTOBER,
                Map.of(CODE, new BigDecimal("12000"), "value_added_growth", new BigDecimal("-15.38")));
        town.at(OCTOBER, ReportStatus.APPROVED);
        bothShow("-15.38");
    }

    private void issue(Period period, String value) {
        given.issued(town.county, town.township, period, Map.of(CODE, new BigDecimal(value)));
    }

    private void bothShow(@Nullable String growth) {
        CurrentUser reader = town.county.first().user();
        var cell = ScopeContext.call(reader, () -> cockpit.page(reader, Optional.of(OCTOBER), Shape.THEN))
                .lines()
                .get(0)
                .figures()
                .stream()
                .filter(figure -> figure.indicator().code().equals(CODE))
                .findFirst()
                .orElseThrow();
        var line = ScopeContext.call(reader, () -> reports.page(reader, town.township, OCTOBER)).lines().stream()
                .filter(one -> one.indicator().code().equals(CODE))
                .findFirst()
                .orElseThrow();
        assertThat(List.of(number(cell.growth()), number(line.growth())))
                .isEqualTo(List.of(number(growth), number(growth)));
        assertThat(List.of(number(cell.cumulative()), number(cell.completion())))
                .isEqualTo(List.of(number(line.cumulative()), number(line.completion())));
    }

    private static String number(@Nullable Object value) {
        return value == null
                ? ""
                : new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
    }
}
