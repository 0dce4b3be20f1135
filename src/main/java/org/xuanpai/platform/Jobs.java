package org.xuanpai.platform;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.xuanpai.shared.CurrentUser;

/** Long work of a county; called inside features' permitted use cases. */
public interface Jobs {

    /**
     * Orders a job; it begins when the transaction is committed.
     *
     * @throws JobRunning while one of the kind is at work in the county
     */
    UUID order(CurrentUser user, String kind, String argument, List<JobWork.JobFile> files);

    /** A job of the user's county. */
    Optional<JobView> find(CurrentUser user, UUID id);

    /** The latest ones of a kind, without their lines. */
    List<JobView> latest(CurrentUser user, String kind, int most);
}
