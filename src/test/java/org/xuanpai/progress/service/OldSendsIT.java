package org.xuanpai.progress.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.progress.Arrival;
import org.xuanpai.progress.FieldChangedMeanwhile;
import org.xuanpai.progress.Intent;
import org.xuanpai.progress.KeptSends;
import org.xuanpai.progress.Months;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.progress.StepNotPossible;
import org.xuanpai.progress.TypedField;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.StaleVersion;

/** What makes a repeated send have one effect is kept as long as somebody might repeat it, and no longer. */
@IntegrationTest
class OldSendsIT {

    private static final Period SEPTEMBER = Period.of(2025, 9);

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private OldSends sends;

    @Autowired
    private KeptSends kept;

    @Autowired
    private ReportSubmissionService submissions;

    @Autowired
    private ReportFieldService fields;

    @Autowired
    private Database database;

    @Autowired
    private MutableClock clock;

    private Months town;

    @BeforeEach
    void aTownship() {
        clock.set("2025-11-05T09:00");
        town = Months.Factory.of(beans).township(2025);
    }

    @Test
    void aFormThatIsSentAgainAfterItsTokenIsForgottenIsStaleAndHasNoSecondEffect() {
        town.drafted(SEPTEMBER, Months.complete());
        long version = town.version(SEPTEMBER);
        UUID token = Ids.next();
        submit(version, token);
        clock.advance(Duration.ofDays(kept.days() - 1));
        sends.aNewDay();
        submit(version, token); // it is known still, and answered alike
        assertThat(tokens()).isEqualTo(1);

        clock.advance(Duration.ofDays(2));
        sends.aNewDay();

        assertThat(tokens()).isZero();
        assertThatThrownBy(() -> submit(version, token)).isInstanceOf(StaleVersion.class);
        assertThat(town.submissions(SEPTEMBER)).isEqualTo(1);
    }

    @Test
    void theSendsOfAFieldAreKeptWhileTheTownshipMayTypeAndForgottenLongAfterTheApproval() {
        Intent first = new Intent(Ids.next(), 1);
        assertThat(type("7100", "", first)).isEqualTo(Arrival.WRITTEN);
        assertThat(type("7200", "7100", new Intent(first.page(), 2))).isEqualTo(Arrival.WRITTEN);
        clock.advance(Duration.ofDays(2L * kept.days()));
        sends.aNewDay();
        assertThat(type("7100", "", first)).isEqualTo(Arrival.OVERTAKEN);

        town.at(SEPTEMBER, ReportStatus.APPROVED);
        sends.aNewDay();
        assertThat(intents()).isEqualTo(1);
        clock.advance(Duration.ofDays(kept.days() + 1));
        sends.aNewDay();

        assertThat(intents()).isZero();
        String stored = town.stored(SEPTEMBER);
        assertThatThrownBy(() -> type("7100", "", first))
                .isInstanceOfAny(StepNotPossible.class, FieldChangedMeanwhile.class);
        assertThat(town.stored(SEPTEMBER)).isEqualTo(stored);
    }

    @Test
    void manyAreForgottenInBatchesAndTheTrailCountsThem() {
        int many = 2 * OldSends.AT_ONCE + 1;
        database.owner().update("""
                insert into submit_token (token, account_id, payload_hash, used_at)
                select gen_random_uuid(), ?, '\\x00', timestamptz '2024-01-01' from generate_series(1, ?)""", account(), many);
        int before = entries();

        sends.aNewDay();

        assertThat(tokens()).isZero();
        assertThat(entries() - before).isEqualTo(3);
    }

    private void submit(long version, UUID token) {
        ScopeContext.run(
                town.party.user(),
                () -> submissions.submit(
                        town.party.user(), town.township, SEPTEMBER, version, token, Months.complete()));
    }

    private Arrival type(String value, String base, Intent intent) {
        return ScopeContext.call(
                town.clerk.user(),
                () -> fields.save(
                        town.clerk.user(),
                        town.township,
                        SEPTEMBER,
                        new TypedField("industrial_investment", base, value),
                        intent));
    }

    private UUID account() {
        return town.party.user().accountId();
    }

    private int tokens() {
        return count("select count(*) from submit_token where account_id = ?", account());
    }

    private int intents() {
        return count("select count(*) from report_intent where township_id = ?", town.township);
    }

    private int entries() {
        return count("select count(*) from trail_entry where action = ?", "report.sendsForgotten");
    }

    private int count(String sql, Object argument) {
        return Objects.requireNonNull(database.owner().queryForObject(sql, Integer.class, argument));
    }
}
