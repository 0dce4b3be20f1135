package org.xuanpai.platform;

import java.util.List;
import org.xuanpai.shared.CurrentUser;

/**
 * A kind of long work. Its feature implements it. It runs inside a transaction of its own, in which its end is written too: what
 * it changes is there when the job reads done, and only then.
 */
public interface JobWork {

    /** The kind's word. */
    String kind();

    /**
     * Does it, as whoever ordered it.
     *
     * @throws org.xuanpai.shared.RuleViolation whose message is shown as the reason
     */
    void run(CurrentUser user, Run run);

    /** The job that is at work. */
    interface Run {

        /** What was asked. */
        String argument();

        /** What was handed in. */
        List<JobFile> files();

        /** How far it is; kept at once, whatever becomes of the work, which ends here when it counts as failed already. */
        void progress(String step, long done, long total);

        /** Something to be read at the end. */
        void say(JobView.Line line);
    }

    /** A file that was handed in. */
    record JobFile(String name, byte[] content) {}
}
