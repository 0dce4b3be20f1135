package org.xuanpai.division.service;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xuanpai.platform.JobView;
import org.xuanpai.platform.Jobs;
import org.xuanpai.shared.CurrentUser;

/** Who has looked at what a list would add: the first of the two persons that an import takes. */
@Component
class ImportLooks {

    private static final String SEEN = "SEEN";

    /** A look counts for a month; the land may be another by then. */
    private static final int DAYS = 31;

    private final Jobs jobs;

    ImportLooks(Jobs jobs) {
        this.jobs = jobs;
    }

    /** The other organizer of the county who looked at this very content as of this day. */
    Optional<String> ofAnother(CurrentUser user, LocalDate asOf, String sha256) {
        return jobs.saidToAnother(user, LandImportService.KIND, asOf.toString(), DAYS, look(sha256))
                .map(JobView::accountName);
    }

    /** What a job says that only looked. */
    static JobView.Line look(String sha256) {
        return new JobView.Line(SEEN, sha256, "", null);
    }
}
