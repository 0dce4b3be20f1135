package org.xuanpai.cockpit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.division.ProposeReorganisation.Part;
import org.xuanpai.division.Reorganise;
import org.xuanpai.division.service.ReorganisationService;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Role;

/** Who held the offices of a township when. */
@IntegrationTest
class OfficersIT {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    @Autowired
    private CockpitReads reads;

    @Autowired
    private Given given;

    @Autowired
    private ReorganisationService reorganisations;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private MutableClock clock;

    /** A day ends where the clock is, not where the machine or the database is. */
    @Test
    void aTownshipThatEndedTodayHasNoSecretaryFromMidnightOn() {
        clock.set("2026-07-05T09:00");
        TestCounty county = given.county(2, 0, 0);
        UUID ended = county.townships().get(0);
        given.person(Role.PARTY_SECRETARY, ended);
        LocalDate day = LocalDate.of(2026, 7, 15);
        new Reorganise(reorganisations)
                .done(
                        county,
                        Reorganise.mergeAsNew(
                                new Part(county.code() + "110", "合水镇", true),
                                day,
                                ended,
                                county.townships().get(1)));
        ZonedDateTime midnight = day.atStartOfDay(HERE);

        assertThat(at(county, ended, midnight.minusMinutes(2), midnight.minusMinutes(1)))
                .containsExactly(tuple(true, true));
        assertThat(at(county, ended, midnight.minusMinutes(1), midnight)).containsExactly(tuple(true, false));
        assertThat(at(county, ended, midnight, midnight.plusHours(7))).isEmpty();
    }

    private List<Tuple> at(TestCounty county, UUID township, ZonedDateTime then, ZonedDateTime now) {
        CurrentUser organizer = county.first().user();
        return Objects.requireNonNull(ScopeContext.call(
                        organizer,
                        () -> new TransactionTemplate(transactions)
                                .execute(status -> reads.officers(organizer.scope(), then, now))))
                .stream()
                .filter(officer -> officer.township().equals(township))
                .map(officer -> tuple(officer.then(), officer.now()))
                .toList();
    }
}
