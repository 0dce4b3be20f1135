package org.xuanpai.progress.service.demo;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.progress.ReportIncomplete;
import org.xuanpai.progress.check.Finding;
import org.xuanpai.progress.check.ReasonKey;
import org.xuanpai.progress.service.ReportContent;
import org.xuanpai.progress.service.ReportDraftService;
import org.xuanpai.progress.service.ReportPage;
import org.xuanpai.progress.service.ReportReviewService;
import org.xuanpai.progress.service.ReportSubmissionService;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/** The steps of a report in the demo county, each through its service, with the version that a page would carry. */
@Component
@ConditionalOnBooleanProperty("xuanpai.demo")
class DemoReports {

    private final ReportDraftService drafts;
    private final ReportSubmissionService submissions;
    private final ReportReviewService reviews;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    DemoReports(
            ReportDraftService drafts,
            ReportSubmissionService submissions,
            ReportReviewService reviews,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.drafts = drafts;
        this.submissions = submissions;
        this.reviews = reviews;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    void save(CurrentUser clerk, Period period, ReportContent content) {
        step(clerk, period, (township, version) -> drafts.save(clerk, township, period, version, content));
    }

    void confirm(CurrentUser firstSecretary, Period period, ReportContent content) {
        step(
                firstSecretary,
                period,
                (township, version) -> drafts.confirmOwnPart(
                        firstSecretary, township, period, version, content.daysOnSite(), content.achievements()));
    }

    /**
     * Hands a month in; where a rule wonders at a figure, the township says why and hands it in again, as people do.
     *
     * @param why the reason for a finding
     */
    void submit(CurrentUser partySecretary, Period period, ReportContent content, Function<Finding, String> why) {
        try {
            submit(partySecretary, period, content);
        } catch (ReportIncomplete asked) {
            Map<ReasonKey, String> reasons = new TreeMap<>();
            asked.findings().missingReasons().forEach(finding -> reasons.put(finding.reasonKey(), why.apply(finding)));
            submit(partySecretary, period, content.explained(reasons));
        }
    }

    private void submit(CurrentUser partySecretary, Period period, ReportContent content) {
        step(
                partySecretary,
                period,
                (township, version) ->
                        submissions.submit(partySecretary, township, period, version, Ids.next(), content));
    }

    /** Reads the version and acts on it in one transaction: a thousand steps are to take seconds. */
    private void step(CurrentUser user, Period period, BiConsumer<UUID, Long> act) {
        UUID township = township(user);
        transactions.executeWithoutResult(status -> act.accept(township, version(user.scope(), township, period)));
    }

    /** What a page of the month would carry; a whole page is ten queries. */
    private long version(Scope scope, UUID township, Period period) {
        return jdbc.sql("""
                        select version from monthly_report
                        where township_id = :township and period = :period
                          and township_id = any (cast(:townships as uuid[]))
                        """)
                .param("township", township)
                .param("period", period.key())
                .param("townships", scope.townshipArray())
                .query(Long.class)
                .optional()
                .orElse(ReportPage.NOT_BEGUN);
    }

    void sendBack(CurrentUser organizer, UUID township, Period period, String reason, Map<String, String> notes) {
        reviews.sendBack(organizer, township, period, 1, reason, notes);
    }

    void approve(CurrentUser organizer, UUID township, Period period, int copy) {
        reviews.approve(organizer, township, period, copy, Set.of());
    }

    /** The correction of a township's figure that waits for the second person. */
    UUID waitingCorrection(UUID township) {
        return Objects.requireNonNull(transactions.execute(status ->
                jdbc.sql("""
                        select id from figure_correction
                        where township_id = :township and confirmed_by is null and withdrawn_at is null
                        """).param("township", township).query(UUID.class).single()));
    }

    /** The one township of somebody who works for a township. */
    static UUID township(CurrentUser user) {
        return user.scope().townships().iterator().next();
    }
}
