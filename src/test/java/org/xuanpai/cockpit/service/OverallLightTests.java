package org.xuanpai.cockpit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xuanpai.progress.Light.AHEAD;
import static org.xuanpai.progress.Light.BEHIND;
import static org.xuanpai.progress.Light.NONE;
import static org.xuanpai.progress.Light.ON_PACE;

import java.util.List;
import org.junit.jupiter.api.Test;

class OverallLightTests {

    @Test
    void oneIndicatorBehindMakesTheReportBehind() {
        assertThat(OverallLight.of(List.of(AHEAD, ON_PACE, BEHIND, AHEAD))).isEqualTo(BEHIND);
    }

    @Test
    void onlyAllAheadMakeItAhead() {
        assertThat(OverallLight.of(List.of(AHEAD, AHEAD))).isEqualTo(AHEAD);
        assertThat(OverallLight.of(List.of(AHEAD, ON_PACE))).isEqualTo(ON_PACE);
    }

    @Test
    void whatHasNoLightDoesNotCount() {
        assertThat(OverallLight.of(List.of(NONE, AHEAD))).isEqualTo(AHEAD);
        assertThat(OverallLight.of(List.of(NONE, NONE))).isEqualTo(NONE);
        assertThat(OverallLight.of(List.of())).isEqualTo(NONE);
    }
}
