package org.xuanpai.progress.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.progress.Intent;
import org.xuanpai.progress.TypedField;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Role;
import org.xuanpai.shared.RuleViolation;

/**
 * Random schedules of two editors and a reviewer at one report: typed, submitted, sent again, sent at the same moment, held back,
 * rolled back before the commit, or committed with the answer lost. A model of the rules works out what must come of each; acts at
 * the same moment must come out as in one order or another. At the end every acknowledged field is there and every intent had
 * exactly one effect, also in the trail (controls J1). {@code KILLED} in the outcomes is such a rollback, in one of three hundred
 * by a broken connection; the process itself is killed in {@code KillIT}. The seed is in the log; {@code -Dxuanpai.schedules.seed} runs it again.
 */
@IntegrationTest
class ReportSchedulesIT {

    private static final Logger LOG = LoggerFactory.getLogger(ReportSchedulesIT.class);

    private static final int SCHEDULES = Integer.getInteger("xuanpai.schedules", 1_000);
    private static final long SEED = Long.getLong("xuanpai.schedules.seed", System.nanoTime());
    private static final int WORKERS = 4;
    private static final int MONTHS = 80;
    private static final int STEPS_LEAST = 2;
    private static final int STEPS_MORE = 3;
    private static final List<String> FIELDS = List.of("funds_in_place", "BEHIND_NOTE", "ACHIEVEMENTS");

    /** So small that no rule compares months. */
    private static final List<String> VALUES = List.of("", "0.1", "0.2", "0.3");

    @Autowired
    private Given given;

    @Autowired
    private ReportFieldService fields;

    @Autowired
    private ReportSubmissionService submissions;

    @Autowired
    private ReportReviewService reviews;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Database database;

    @Autowired
    private MutableClock clock;

    private final Map<String, AtomicInteger> outcomes = new TreeMap<>();

    @Test
    void everyAcknowledgedFieldIsThereAndEveryIntentHasOneEffect() throws Exception {
        LOG.info("{} schedules with seed {}", SCHEDULES, SEED);
        clock.set("2026-11-05T09:00");
        int townships = (SCHEDULES + MONTHS - 1) / MONTHS;
        TestCounty county = given.county(townships, 0, 0);
        List<Office> offices = county.townships().stream()
                .map(township -> new Office(
                        township,
                        given.person(Role.TOWNSHIP_CLERK, township).user(),
                        given.person(Role.PARTY_SECRETARY, township).user(),
                        county.first().user()))
                .toList();

        long start = System.nanoTime();
        List<Schedule> done = new ArrayList<>();
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        ExecutorService helpers = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<Schedule>> running = new ArrayList<>();
            for (int n = 0; n < SCHEDULES; n++) {
                Period period = IntStream.range(0, n / townships)
                        .boxed()
                        .reduce(Period.of(2026, 10), (at, back) -> at.previous(), (a, b) -> b);
                Schedule schedule = new Schedule(offices.get(n % townships), period, new Random(SEED + n), helpers);
                running.add(workers.submit(schedule));
            }
            for (Future<Schedule> one : running) {
                done.add(one.get());
            }
        } finally {
            workers.shutdownNow();
            helpers.shutdownNow();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        LOG.info("{} schedules in {} s: {}", SCHEDULES, String.format("%.1f", seconds), outcomes);

        Map<String, String> stored = stored(county);
        for (Schedule schedule : done) {
            assertThat(stored.getOrDefault(schedule.key(), new ScheduleModel().state()))
                    .as("seed %s, schedule %s: %s", SEED, schedule.key(), schedule.log)
                    .isEqualTo(schedule.model.state());
        }
        assertThat(outcomes.keySet())
                .as("all that can happen did")
                .contains(
                        "WRITTEN",
                        "SAME",
                        "REPEATED",
                        "OVERTAKEN",
                        "FieldChangedMeanwhile",
                        "StepNotPossible",
                        "StaleVersion",
                        "CopyOutdated",
                        "KILLED",
                        ScheduleModel.DONE);
    }

    /** What the database holds of every report, in the words of the model. */
    private Map<String, String> stored(TestCounty county) {
        Map<String, String> stored = new HashMap<>();
        database.owner()
                .query(
                        """
                        select r.township_id || ' ' || to_char(r.period, 'YYYY-MM') as key, r.status,
                               (select json_object_agg(x.field, x.text) from (
                                    select indicator_code as field, trim_scale(typed)::text as text from report_figure f
                                    where f.report_id = r.id
                                    union all select field, text from report_text t where t.report_id = r.id) x)::text as fields,
                               (select count(*) from submitted_copy c where c.report_id = r.id) as copies,
                               count(t.seq) filter (where t.action = 'report.fieldSaved') as saved,
                               count(t.seq) filter (where t.action = 'report.submitted') as submitted,
                               count(t.seq) filter (where t.action = 'report.returned') as returned,
                               count(t.seq) filter (where t.action = 'report.approved') as approved
                        from monthly_report r
                        left join trail_entry t on t.subject_id = r.id::text and t.outcome = 'DONE'
                        where r.county_id = ?
                        group by r.id
                        """,
                        row -> {
                            assertThat(row.getInt("copies")).isEqualTo(row.getInt("submitted"));
                            Map<String, String> fields = new TreeMap<>();
                            String json = row.getString("fields");
                            if (json != null) {
                                for (String pair :
                                        json.replaceAll("[{}\" ]", "").split(",")) {
                                    String[] parts = pair.split(":", 2);
                                    fields.put(parts[0], parts[1]);
                                }
                            }
                            stored.put(
                                    row.getString("key"),
                                    fields + " " + row.getString("status") + " saved=" + row.getInt("saved")
                                            + " submitted="
                                            + row.getInt("submitted") + " returned=" + row.getInt("returned")
                                            + " approved="
                                            + row.getInt("approved"));
                        },
                        county.id());
        return stored;
    }

    /** A township's two editors and the county's reviewer. */
    private record Office(UUID township, CurrentUser clerk, CurrentUser party, CurrentUser reviewer) {}

    /** An open page of an editor: what they believe to be stored. */
    private static final class Desk {

        private final CurrentUser editor;
        private UUID page = UUID.randomUUID();
        private long number;
        private final Map<String, String> seen = new HashMap<>();

        Desk(CurrentUser editor) {
            this.editor = editor;
        }
    }

    private final class Schedule implements Callable<Schedule> {

        private final Office office;
        private final Period period;
        private final Random random;
        private final ExecutorService helpers;
        private final List<Desk> desks;
        private final Deque<Step> heldBack = new ArrayDeque<>();
        private final List<String> log = new ArrayList<>();
        private ScheduleModel model = new ScheduleModel();

        Schedule(Office office, Period period, Random random, ExecutorService helpers) {
            this.office = office;
            this.period = period;
            this.random = random;
            this.helpers = helpers;
            this.desks = List.of(new Desk(office.clerk()), new Desk(office.party()));
        }

        String key() {
            return office.township() + " " + period.month();
        }

        @Override
        public Schedule call() throws Exception {
            int steps = STEPS_LEAST + random.nextInt(STEPS_MORE);
            for (int i = 0; i < steps; i++) {
                Step step = step();
                switch (random.nextInt(12)) {
                    case 0, 1 -> heldBack.add(step);
                    case 2 -> {
                        now(step);
                        now(step);
                    }
                    case 3 -> atOnce(step, step);
                    case 4, 5 -> atOnce(step, step());
                    case 6 -> {
                        killed(step);
                        now(step);
                    }
                    case 7 -> {
                        // its answer is lost, so the editor goes on from what they saw before
                        run(List.of(step));
                        heldBack.add(step);
                    }
                    default -> now(step);
                }
                if (!heldBack.isEmpty() && random.nextInt(3) == 0) {
                    now(heldBack.remove());
                }
            }
            while (!heldBack.isEmpty()) {
                now(heldBack.remove());
            }
            return this;
        }

        private Step step() {
            int kind = random.nextInt(10);
            if (kind < 7) {
                return typed(desks.get(random.nextInt(2)));
            }
            return kind < 9 ? submitted() : judged();
        }

        private Step typed(Desk desk) {
            String field = FIELDS.get(random.nextInt(FIELDS.size()));
            String value = VALUES.get(random.nextInt(VALUES.size()));
            if (random.nextInt(4) == 0) {
                desk.seen.put(field, model.value(field));
            }
            String base = desk.seen.getOrDefault(field, "");
            UUID page = desk.page;
            long number = ++desk.number;
            return new Step(
                    "type " + (desk.editor.equals(office.clerk()) ? "C" : "P") + number + " " + field + " " + base + ">"
                            + value,
                    state -> state.type(page, number, field, base, value),
                    () -> fields.save(
                                    desk.editor,
                                    office.township(),
                                    period,
                                    new TypedField(field, base, value),
                                    new Intent(page, number))
                            .name(),
                    desk.editor,
                    () -> desk.seen.put(field, model.value(field)));
        }

        private Step submitted() {
            UUID token = UUID.randomUUID();
            int seen = model.changes();
            long version = version();
            Map<String, String> content = new TreeMap<>(model.fields());
            content.put("ABSENCE", "out");
            // a month without any figure is not handed in
            content.putIfAbsent("projects_signed", "3");
            content.put("PARTY_PART", "met");
            Map<String, BigDecimal> figures = new TreeMap<>();
            content.forEach((field, value) -> {
                if (!field.equals(field.toUpperCase(java.util.Locale.ROOT))) {
                    figures.put(field, new BigDecimal(value));
                }
            });
            ReportContent report = new ReportContent(
                    figures,
                    null,
                    content.getOrDefault("ACHIEVEMENTS", ""),
                    content.getOrDefault("BEHIND_NOTE", ""),
                    "met",
                    "out");
            return new Step(
                    "submit " + seen,
                    state -> state.submit(token, seen, content),
                    () -> {
                        submissions.submit(office.party(), office.township(), period, version, token, report);
                        return ScheduleModel.DONE;
                    },
                    office.party(),
                    () -> {});
        }

        private Step judged() {
            int copy = model.copies();
            boolean approve = random.nextInt(3) == 0;
            return new Step(
                    approve ? "approve" : "return",
                    state -> state.judge(copy, approve),
                    () -> {
                        if (approve) {
                            reviews.approve(office.reviewer(), office.township(), period, copy, Set.of());
                        } else {
                            reviews.sendBack(office.reviewer(), office.township(), period, copy, "check", Map.of());
                        }
                        return ScheduleModel.DONE;
                    },
                    office.reviewer(),
                    () -> {});
        }

        /** The version a page opened now would carry. */
        private long version() {
            return Objects.requireNonNull(as(
                    office.party(),
                    () -> new TransactionTemplate(transactions)
                            .execute(tx -> jdbc
                                    .queryForList(
                                            "select version from monthly_report where township_id = ? and period = ?",
                                            Long.class,
                                            office.township(),
                                            period.key())
                                    .stream()
                                    .findFirst()
                                    .orElse(ReportPage.NOT_BEGUN))));
        }

        private void now(Step step) throws Exception {
            run(List.of(step));
            step.answered().run();
        }

        private void atOnce(Step one, Step other) throws Exception {
            run(List.of(one, other));
            one.answered().run();
            other.answered().run();
        }

        /** Runs steps at the same moment; the model must agree with them in one order or another. */
        private void run(List<Step> steps) throws Exception {
            List<String> said = new ArrayList<>();
            Future<String> helped = steps.size() > 1 ? helpers.submit(() -> outcome(steps.get(1), false)) : null;
            said.add(outcome(steps.get(0), false));
            if (helped != null) {
                said.add(get(helped));
            }
            log.add(steps.stream().map(Step::name).toList() + " " + said);
            said.forEach(this::count);
            for (boolean reversed : new boolean[] {false, true}) {
                ScheduleModel tried = model.copy();
                List<String> expected = new ArrayList<>();
                for (int i = 0; i < steps.size(); i++) {
                    Step step = steps.get(reversed ? steps.size() - 1 - i : i);
                    expected.add(reversed ? 0 : expected.size(), step.onModel().apply(tried));
                }
                if (expected.equals(said)) {
                    model = tried;
                    return;
                }
            }
            throw new AssertionError(
                    "seed " + SEED + ": no order of " + log + " ends like this, from " + model.state());
        }

        /** The transaction does all its work and is rolled back in place of its commit; seldom because its connection breaks. */
        private void killed(Step step) {
            outcome(step, true);
            log.add("killed " + step.name());
            count("KILLED");
        }

        private String outcome(Step step, boolean kill) {
            return Objects.requireNonNull(as(step.actor(), () -> {
                try {
                    return kill ? kill(step) : step.onApplication().call();
                } catch (RuleViolation refused) {
                    return refused.getClass().getSimpleName();
                } catch (DataAccessException | TransactionException gone) {
                    if (kill) {
                        return "KILLED";
                    }
                    throw gone;
                } catch (Exception other) {
                    throw new IllegalStateException(step.name(), other);
                }
            }));
        }

        private String kill(Step step) {
            boolean connection = random.nextInt(300) == 0;
            return Objects.requireNonNull(new TransactionTemplate(transactions).execute(tx -> {
                try {
                    String said = step.onApplication().call();
                    if (connection) {
                        jdbc.queryForList("select pg_terminate_backend(pg_backend_pid())");
                    }
                    tx.setRollbackOnly();
                    return said;
                } catch (RuntimeException gone) {
                    throw gone;
                } catch (Exception other) {
                    throw new IllegalStateException(other);
                }
            }));
        }

        private void count(String outcome) {
            synchronized (outcomes) {
                outcomes.computeIfAbsent(outcome, key -> new AtomicInteger()).incrementAndGet();
            }
        }
    }

    private static <T extends @Nullable Object> T as(CurrentUser user, java.util.function.Supplier<T> act) {
        return ScopeContext.call(user, act);
    }

    private static String get(Future<String> answer) throws Exception {
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        }
    }

    /**
     * One intent of somebody.
     *
     * @param answered what its editor learns from the answer
     */
    private record Step(
            String name,
            java.util.function.Function<ScheduleModel, String> onModel,
            Callable<String> onApplication,
            CurrentUser actor,
            Runnable answered) {}
}
