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

    /**
     * The latest job of the kind, of the same county and for the same thing, that somebody else ordered within these days and
     * that ended by saying so.
     */
    Optional<JobView> saidToAnother(CurrentUser user, String kind, String argument, int days, JobView.Line said);

    /** The latest ones of a kind, without their lines. */
    List<JobView> latest(CurrentUser user, String kind, int most);
}
