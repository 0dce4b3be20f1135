package org.xuanpai.platform.job;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.xuanpai.platform.JobView;
import org.xuanpai.platform.JobWork;

/** A job while it is at work. */
final class RunningJob implements JobWork.Run {

    private static final int MOST_LINES = 500;

    private final JobTable table;
    private final UUID id;
    private final UUID county;
    private final String kind;
    private final String argument;
    private final List<JobWork.JobFile> files;
    private final List<JobView.Line> lines = new ArrayList<>();

    RunningJob(JobTable table, UUID id, UUID county, String kind, String argument, List<JobWork.JobFile> files) {
        this.table = table;
        this.id = id;
        this.county = county;
        this.kind = kind;
        this.argument = argument;
        this.files = List.copyOf(files);
    }

    UUID id() {
        return id;
    }

    UUID county() {
        return county;
    }

    String kind() {
        return kind;
    }

    List<JobView.Line> lines() {
        return lines;
    }

    void begin() {
        table.begin(id);
    }

    void alive() {
        table.alive(id);
    }

    void complete(Runnable work) {
        table.complete(this, work);
    }

    void fail(String problem, List<String> arguments) {
        table.fail(id, problem, arguments);
    }

    @Override
    public String argument() {
        return argument;
    }

    @Override
    public List<JobWork.JobFile> files() {
        return files;
    }

    @Override
    public void progress(String step, long done, long total) {
        table.progress(id, step, done, total);
    }

    @Override
    public void say(JobView.Line line) {
        if (lines.size() < MOST_LINES) {
            lines.add(line);
        }
    }
}
