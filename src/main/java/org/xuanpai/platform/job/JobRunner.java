package org.xuanpai.platform.job;

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
import org.springframework.stereotype.Component;
import org.xuanpai.platform.JobWork;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.RuleViolation;

/**
 * Does jobs, one after the other, as whoever ordered them. While one is at work its row is told so every few seconds; when
 * the computer stops, the row falls silent and counts as failed.
 */
@Component
class JobRunner implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final int BEAT_SECONDS = 10;

    private final ObjectProvider<JobWork> works;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(JobRunner::daemon);
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(JobRunner::daemon);

    JobRunner(ObjectProvider<JobWork> works) {
        this.works = works;
    }

    void start(CurrentUser user, RunningJob job) {
        ScheduledFuture<?> beat = pulse.scheduleAtFixedRate(
                () -> ScopeContext.run(user, job::alive), BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
        worker.execute(() -> {
            try {
                ScopeContext.run(user, () -> work(user, job));
            } finally {
                beat.cancel(false);
            }
        });
    }

    private void work(CurrentUser user, RunningJob job) {
        JobWork work = works.stream()
                .filter(candidate -> candidate.kind().equals(job.kind()))
                .findFirst()
                .orElseThrow();
        try {
            job.begin();
            work.run(user, job);
            job.end(null, List.of());
        } catch (RuleViolation refused) {
            job.end(
                    refused.key(),
                    refused.arguments().stream()
                            .map(argument -> argument.toString().replace('\n', ' '))
                            .toList());
        } catch (RuntimeException failed) {
            LOG.error("job {} {} failed", job.kind(), job.id(), failed);
            job.end("error.jobFailed", List.of());
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
