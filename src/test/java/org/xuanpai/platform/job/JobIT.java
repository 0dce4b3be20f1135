package org.xuanpai.platform.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.fixture.Given;
import org.xuanpai.platform.JobWork;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.CurrentUser;

/** The signs of life of a job, with a quick pulse. What a job does and its end are one: see {@code LandImportIT}. */
@IntegrationTest
class JobIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Given given;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private MutableClock clock;

    @Autowired
    private Database database;

    private final CountDownLatch end = new CountDownLatch(1);

    @SuppressWarnings("NullAway.Init") // before each test
    private JobRunner runner;

    @SuppressWarnings("NullAway.Init")
    private JdbcTemplate owner;

    @BeforeEach
    void aQuickPulse() {
        clock.set("2026-11-05T09:00");
        owner = database.owner();
        StaticListableBeanFactory works = new StaticListableBeanFactory();
        works.addBean("patience", new Patience());
        runner = new JobRunner(works.getBeanProvider(JobWork.class), Duration.ofMillis(100));
    }

    @AfterEach
    void endIt() {
        end.countDown();
        runner.destroy();
    }

    @Test
    void aSignOfLifeThatTheDatabaseRefusedIsFollowedByTheNext() {
        UUID job = ordered();
        await().atMost(PATIENCE).until(() -> "RUNNING".equals(state(job)));

        owner.execute("create sequence sign_of_life_refused");
        owner.execute("""
                create function refuse_sign_of_life() returns trigger language plpgsql security definer as
                $$ begin perform nextval('sign_of_life_refused'); raise exception 'refused'; end $$""");
        owner.execute("create trigger refuse_sign_of_life before update on job for each row when (old.id = '" + job
                + "') execute function refuse_sign_of_life()");
        try {
            // what a sequence counts stays counted when its transaction does not
            await().atMost(PATIENCE)
                    .until(() -> Boolean.TRUE.equals(
                            owner.queryForObject("select is_called from sign_of_life_refused", Boolean.class)));
        } finally {
            owner.execute("drop function refuse_sign_of_life() cascade");
            owner.execute("drop sequence sign_of_life_refused");
        }
        clock.advance(Duration.ofSeconds(30));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(heard(job).toInstant()).isEqualTo(clock.instant()));
        end.countDown();
        await().atMost(PATIENCE).until(() -> "DONE".equals(state(job)));
    }

    @Test
    void aJobThatCountsAsFailedIsNotHeardOfAgainAndIsNotDone() {
        UUID job = ordered();
        await().atMost(PATIENCE).until(() -> "RUNNING".equals(state(job)));
        clock.advance(JobTable.SILENCE.plusSeconds(1));
        end.countDown();

        await().atMost(PATIENCE).until(() -> !"RUNNING".equals(state(job)));
        assertThat(owner.queryForMap("select state, problem from job where id = ?", job))
                .containsEntry("state", "FAILED")
                .containsEntry("problem", JobStopped.KEY);
    }

    private UUID ordered() {
        CurrentUser user = given.county().first().user();
        JobTable jobs = new JobTable(jdbc, transactions, runner, clock);
        return Objects.requireNonNull(ScopeContext.call(
                user,
                () -> new TransactionTemplate(transactions)
                        .execute(t -> jobs.order(user, Patience.KIND, "", List.of()))));
    }

    private String state(UUID job) {
        return String.valueOf(owner.queryForObject("select state from job where id = ?", String.class, job));
    }

    private OffsetDateTime heard(UUID job) {
        return Objects.requireNonNull(
                owner.queryForObject("select alive_at from job where id = ?", OffsetDateTime.class, job));
    }

    /** Is at work until it is told to end. */
    private final class Patience implements JobWork {

        static final String KIND = "patience";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public void run(CurrentUser user, Run run) {
            try {
                end.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
