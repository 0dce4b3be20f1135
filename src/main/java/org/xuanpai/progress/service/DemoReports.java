package org.xuanpai.progress.service;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Period;

/** The steps of a report in the demo county, each through its service, with the version that a page would carry. */
@Component
@ConditionalOnBooleanProperty("xuanpai.demo")
class DemoReports {

    private final ReportDraftService drafts;
    private final ReportSubmissionService submissions;
    private final ReportReviewService reviews;
    private final StoredReports stored;
    private final TransactionTemplate reading;

    DemoReports(
            ReportDraftService drafts,
            ReportSubmissionService submissions,
            ReportReviewService reviews,
            StoredReports stored,
            PlatformTransactionManager transactions) {
        this.drafts = drafts;
        this.submissions = submissions;
        this.reviews = reviews;
        this.stored = stored;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    void save(CurrentUser clerk, Period period, ReportContent content) {
        UUID township = township(clerk);
        drafts.save(clerk, township, period, version(clerk, township, period), content);
    }

    void confirm(CurrentUser firstSecretary, Period period, ReportContent content) {
        UUID township = township(firstSecretary);
        drafts.confirmOwnPart(
                firstSecretary,
                township,
                period,
                version(firstSecretary, township, period),
                content.daysOnSite(),
                content.achievements());
    }

    void submit(CurrentUser partySecretary, Period period, ReportContent content) {
        UUID township = township(partySecretary);
        long version = version(partySecretary, township, period);
        submissions.submit(partySecretary, township, period, version, Ids.next(), content);
    }

    void sendBack(CurrentUser organizer, UUID township, Period period, String reason, Map<String, String> notes) {
        reviews.sendBack(organizer, township, period, 1, reason, notes);
    }

    void approve(CurrentUser organizer, UUID township, Period period, int copy) {
        reviews.approve(organizer, township, period, copy);
    }

    /** The one township of somebody who works for a township. */
    static UUID township(CurrentUser user) {
        return user.scope().townships().iterator().next();
    }

    private long version(CurrentUser user, UUID township, Period period) {
        return Objects.requireNonNull(reading.execute(
                status -> stored.find(user.scope(), township, period, true).version()));
    }
}
