package org.xuanpai.platform.job;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.xuanpai.platform.JobWork;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.RuleViolation;

/**
 * Does jobs, one after the other, as whoever ordered them. While one is at work its row is told so every few seconds, and a
 * time that did not reach the database is followed by the next; when the computer stops, the row falls silent and counts as
 * failed.
 */
@Component
class JobRunner implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration BEAT = Duration.ofSeconds(10);

    private final ObjectProvider<JobWork> works;
    private final long beatMillis;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(JobRunner::daemon);
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(JobRunner::daemon);

    @Autowired
    JobRunner(ObjectProvider<JobWork> works) {
        this(works, BEAT);
    }

    JobRunner(ObjectProvider<JobWork> works, Duration beat) {
        this.works = works;
        this.beatMillis = beat.toMillis();
    }

    void start(CurrentUser user, RunningJob job) {
        ScheduledFuture<?> beat = pulse.scheduleAtFixedRate(
                () -> ScopeContext.run(user, () -> beat(job)), beatMillis, beatMillis, TimeUnit.MILLISECONDS);
        worker.execute(() -> {
            try {
                ScopeContext.run(user, () -> work(user, job));
            } finally {
                beat.cancel(false);
            }
        });
    }

    /** Catches whatever it is: an exception would be the last beat of all. */
    private static void beat(RunningJob job) {
        try {
            job.alive();
        } catch (RuntimeException missed) {
            LOG.warn("a sign of life of job {} {} was not written", job.kind(), job.id(), missed);
        }
    }

    private void work(CurrentUser user, RunningJob job) {
        try {
            doIt(user, job);
        } catch (RuntimeException unsaid) {
            LOG.error("the end of job {} {} was not written; it falls silent", job.kind(), job.id(), unsaid);
        }
    }

    private void doIt(CurrentUser user, RunningJob job) {
        try {
            JobWork work = works.stream()
                    .filter(candidate -> candidate.kind().equals(job.kind()))
                    .findFirst()
                    .orElseThrow();
            job.begin();
            job.complete(() -> work.run(user, job));
        } catch (RuleViolation refused) {
            job.fail(
                    refused.key(),
                    refused.arguments().stream()
                            .map(argument -> argument.toString().replace('\n', ' '))
                            .toList());
        } catch (RuntimeException failed) {
            LOG.error("job {} {} failed", job.kind(), job.id(), failed);
            job.fail("error.jobFailed", List.of());
        }
    }

    @Override
    public void destroy() {
        pulse.shutdownNow();
        worker.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "job");
        thread.setDaemon(true);
        return thread;
    }
}
