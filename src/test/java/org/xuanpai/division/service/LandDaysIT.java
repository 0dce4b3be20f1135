package org.xuanpai.division.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.division.Reorganise;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.platform.database.Database;

/** What was decided for a day happens on it, whatever else goes wrong. */
@IntegrationTest
class LandDaysIT {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 1);

    @Autowired
    private Given given;

    @Autowired
    private ReorganisationService service;

    @Autowired
    private LandDays days;

    @Autowired
    private Database database;

    @Autowired
    private MutableClock clock;

    private TestCounty broken;
    private TestCounty sound;

    @BeforeEach
    void twoCountiesWithARenaming() {
        clock.set("2026-11-05T09:00");
        Reorganise reorganise = new Reorganise(service);
        broken = given.county(2, 0, 0);
        sound = given.county(1, 0, 0);
        reorganise.done(broken, Reorganise.rename(broken.township(), broken.code() + 150, "柳渡新镇", DAY));
        reorganise.done(sound, Reorganise.rename(sound.township(), sound.code() + 150, "柳渡新镇", DAY));
        neighbourHasCode(broken.code() + 150);
        clock.set("2027-01-01T00:10");
    }

    @AfterEach
    void nobodyElseIsDisturbed() {
        neighbourHasCode(broken.code() + 101);
        days.aNewDay();
    }

    @Test
    void aCountyThatCannotBeBroughtUpToDateStopsNeitherTheOthersNorAStart() {
        assertThatCode(() -> days.afterAStart()).doesNotThrowAnyException();

        assertThat(name(sound.township())).isEqualTo("柳渡新镇");
        assertThat(name(broken.township())).isEqualTo("镇" + broken.code() + 100);

        neighbourHasCode(broken.code() + 101);
        days.aNewDay();
        assertThat(name(broken.township())).isEqualTo("柳渡新镇");
    }

    @Test
    void aCommandChangesNoLand() {
        new ApplicationContextRunner()
                .withUserConfiguration(LandDays.class)
                .withBean(ReorganisationService.class, () -> service)
                .run(context -> assertThat(context).doesNotHaveBean(LandDays.class));
    }

    /** Written past the rules, as a mistake by hand would be. */
    private void neighbourHasCode(String code) {
        database.owner()
                .update(
                        "update division set code = ? where id = ?",
                        code,
                        broken.townships().get(1));
    }

    private String name(UUID unit) {
        return String.valueOf(
                database.owner().queryForObject("select name from division where id = ?", String.class, unit));
    }
}
