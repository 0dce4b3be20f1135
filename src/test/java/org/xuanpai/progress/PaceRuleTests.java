package org.xuanpai.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xuanpai.shared.Period;

class PaceRuleTests {

    private static final PaceRule RULE = new PaceRule(new BigDecimal("5"), new BigDecimal("2"));

    /** October's pace is 83.3: ahead from 88.3 on, behind from 81.3 down. */
    @ParameterizedTest
    @CsvSource({
        "88.3, AHEAD", "88.2, ON_PACE", "83.3, ON_PACE", "81.4, ON_PACE", "81.3, BEHIND", "63.7, BEHIND",
        "116.7, AHEAD", "48.0, BEHIND", "102.8, AHEAD", "81.1, BEHIND", "0.0, BEHIND", "-4.0, BEHIND"
    })
    void aFlowIsJudgedByItsLeadOverThePace(BigDecimal completion, Light light) {
        assertThat(RULE.light(completion, Period.of(2026, 10))).isEqualTo(light);
    }

    @Test
    void theFirstReportOfAYearIsJudgedByTwoMonths() {
        assertThat(RULE.light(new BigDecimal("16.7"), Period.of(2026, 2))).isEqualTo(Light.ON_PACE);
        assertThat(RULE.light(new BigDecimal("14.7"), Period.of(2026, 2))).isEqualTo(Light.BEHIND);
    }

    @Test
    void theWholeYearIsTheWholeTask() {
        assertThat(RULE.light(new BigDecimal("98.0"), Period.of(2026, 12))).isEqualTo(Light.BEHIND);
        assertThat(RULE.light(new BigDecimal("98.1"), Period.of(2026, 12))).isEqualTo(Light.ON_PACE);
    }

    @Test
    void withoutCompletionThereIsNoLight() {
        assertThat(RULE.light(null, Period.of(2026, 10))).isEqualTo(Light.NONE);
    }

    @Test
    void aCountyMaySetOtherLimits() {
        PaceRule strict = new PaceRule(BigDecimal.ONE, BigDecimal.ZERO);
        assertThat(strict.light(new BigDecimal("83.3"), Period.of(2026, 10))).isEqualTo(Light.BEHIND);
        assertThat(strict.light(new BigDecimal("84.3"), Period.of(2026, 10))).isEqualTo(Light.AHEAD);
    }
}
