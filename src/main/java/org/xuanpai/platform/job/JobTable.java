package org.xuanpai.platform.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.platform.JobRunning;
import org.xuanpai.platform.JobView;
import org.xuanpai.platform.JobWork;
import org.xuanpai.platform.Jobs;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;

/**
 * Jobs as rows: what is asked in the caller's transaction, how far it is in transactions of their own, that it is done in the
 * transaction of what it did. A job that counts as failed stays so: it is not heard of any more, and cannot be done.
 */
@Component
class JobTable implements Jobs {

    /** A job that has not been heard of for so long has lost its computer. */
    static final Duration SILENCE = Duration.ofSeconds(60);

    /** Unless it has ended or counts as failed. */
    private static final String OPEN = " where id = :id and ended_at is null and alive_at >= :since";

    private static final String JOBS = "select * from job where county_id = any (cast(:counties as uuid[]))";

    private static final RowMapper<JobView.Line> LINE = new SimplePropertyRowMapper<>(JobView.Line.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final JobRunner runner;
    private final Clock clock;

    JobTable(JdbcClient jdbc, PlatformTransactionManager transactions, JobRunner runner, Clock clock) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.runner = runner;
        this.clock = clock;
    }

    @Override
    public UUID order(CurrentUser user, String kind, String argument, List<JobWork.JobFile> files) {
        UUID county = user.scope().counties().iterator().next();
        closeSilent(county, kind);
        UUID id = Ids.next();
        try {
            jdbc.sql("""
                            insert into job (id, kind, county_id, account_id, account_name, argument, state, asked_at, alive_at)
                            values (:id, :kind, :county, :account, :name, :argument, 'WAITING', :now, :now)""")
                    .param("id", id)
                    .param("kind", kind)
                    .param("county", county)
                    .param("account", user.accountId())
                    .param("name", user.displayName())
                    .param("argument", argument)
                    .param("now", now())
                    .update();
        } catch (DuplicateKeyException running) {
            throw new JobRunning();
        }
        for (int at = 0; at < files.size(); at++) {
            jdbc.sql("""
                            insert into job_file (job_id, position, county_id, name, content)
                            values (:job, :at, :county, :name, :content)""")
                    .param("job", id)
                    .param("at", at)
                    .param("county", county)
                    .param("name", files.get(at).name())
                    .param("content", files.get(at).content())
                    .update();
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                runner.start(user, new RunningJob(JobTable.this, id, county, kind, argument, files));
            }
        });
        return id;
    }

    @Override
    public Optional<JobView> find(CurrentUser user, UUID id) {
        List<JobView.Line> lines = jdbc.sql("""
                        select kind, subject, text, unit_id from job_line
                        where job_id = :id and county_id = any (cast(:counties as uuid[])) order by position""")
                .param("id", id)
                .param("counties", user.scope().countyArray())
                .query(LINE)
                .list();
        return jdbc.sql(JOBS + " and id = :id")
                .param("id", id)
                .param("counties", user.scope().countyArray())
                .query((row, n) -> view(row, lines))
                .optional();
    }

    @Override
    public Optional<JobView> saidToAnother(
            CurrentUser user, String kind, String argument, int days, JobView.Line said) {
        return jdbc.sql(JOBS + """
                         and kind = :kind and argument = :argument and state = 'DONE' and account_id <> :account
                         and asked_at > :since
                         and exists (select from job_line l where l.job_id = job.id and l.kind = :said and l.subject = :subject)
                        order by asked_at desc limit 1""")
                .param("counties", user.scope().countyArray())
                .param("kind", kind)
                .param("argument", argument)
                .param("account", user.accountId())
                .param("since", now().minusDays(days))
                .param("said", said.kind())
                .param("subject", said.subject())
                .query((row, n) -> view(row, List.of()))
                .optional();
    }

    @Override
    public List<JobView> latest(CurrentUser user, String kind, int most) {
        return jdbc.sql(JOBS + " and kind = :kind order by asked_at desc limit :most")
                .param("kind", kind)
                .param("most", most)
                .param("counties", user.scope().countyArray())
                .query((row, n) -> view(row, List.of()))
                .list();
    }

    void begin(UUID id) {
        apart.executeWithoutResult(
                t -> mustBeOpen(touch(id, ", state = 'RUNNING'").update()));
    }

    void alive(UUID id) {
        apart.executeWithoutResult(t -> touch(id, "").update());
    }

    void progress(UUID id, String step, long done, long total) {
        apart.executeWithoutResult(t -> mustBeOpen(touch(id, ", step = :step, done = :done, total = :total")
                .param("step", step)
                .param("done", done)
                .param("total", total)
                .update()));
    }

    /**
     * Does the work and writes its end, what it said included, in one transaction: both are there or neither is.
     *
     * @throws JobStopped when it counts as failed by then
     */
    void complete(RunningJob job, Runnable work) {
        apart.executeWithoutResult(t -> {
            work.run();
            int at = 0;
            for (JobView.Line line : job.lines()) {
                jdbc.sql("""
                                insert into job_line (job_id, position, county_id, kind, subject, text, unit_id)
                                values (:job, :at, :county, :kind, :subject, :text, :unit)""")
                        .param("job", job.id())
                        .param("at", at++)
                        .param("county", job.county())
                        .param("kind", line.kind())
                        .param("subject", line.subject())
                        .param("text", line.text())
                        .param("unit", line.unitId())
                        .update();
            }
            mustBeOpen(touch(job.id(), ", state = 'DONE', ended_at = :now").update());
            removeFiles(job.id());
        });
    }

    /** The end of a job that changed nothing, unless it has been written down already. */
    void fail(UUID id, String problem, List<String> arguments) {
        apart.executeWithoutResult(t -> close(id, problem, arguments));
    }

    private JdbcClient.StatementSpec touch(UUID id, String change) {
        return jdbc.sql("update job set alive_at = :now" + change + OPEN)
                .param("now", now())
                .param("id", id)
                .param("since", heardSince());
    }

    private static void mustBeOpen(int rows) {
        if (rows == 0) {
            throw new JobStopped();
        }
    }

    private void close(UUID id, String problem, List<String> arguments) {
        jdbc.sql("""
                        update job set state = 'FAILED', ended_at = :now, alive_at = :now, problem = :problem, arguments = :arguments
                        where id = :id and ended_at is null""")
                .param("now", now())
                .param("problem", problem)
                .param("arguments", String.join("\n", arguments))
                .param("id", id)
                .update();
        removeFiles(id);
    }

    /** What was handed in is not kept. */
    private void removeFiles(UUID id) {
        jdbc.sql("delete from job_file where job_id = :id").param("id", id).update();
    }

    private void closeSilent(UUID county, String kind) {
        jdbc.sql("""
                        select id from job where county_id = :county and kind = :kind and ended_at is null and alive_at < :since""")
                .param("county", county)
                .param("kind", kind)
                .param("since", heardSince())
                .query((row, n) -> row.getObject("id", UUID.class))
                .list()
                .forEach(id -> close(id, JobStopped.KEY, List.of()));
    }

    /** A silent job has failed, whether somebody has written it down or not. */
    private JobView view(java.sql.ResultSet row, List<JobView.Line> lines) throws java.sql.SQLException {
        JobView.State state = JobView.State.valueOf(row.getString("state"));
        Instant alive = row.getObject("alive_at", OffsetDateTime.class).toInstant();
        boolean silent = (state == JobView.State.WAITING || state == JobView.State.RUNNING)
                && alive.isBefore(clock.instant().minus(SILENCE));
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        String arguments = row.getString("arguments");
        return new JobView(
                row.getObject("id", UUID.class),
                row.getString("account_name"),
                row.getString("argument"),
                silent ? JobView.State.FAILED : state,
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                silent ? alive : ended == null ? null : ended.toInstant(),
                row.getString("step"),
                row.getLong("done"),
                row.getLong("total"),
                silent ? JobStopped.KEY : row.getString("problem"),
                arguments == null || arguments.isEmpty() ? List.of() : Arrays.asList(arguments.split("\n", -1)),
                lines);
    }

    private OffsetDateTime heardSince() {
        return now().minus(SILENCE);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
