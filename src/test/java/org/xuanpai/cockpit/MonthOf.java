package org.xuanpai.cockpit;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.xuanpai.fixture.Person;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.database.Database;
import org.xuanpai.progress.service.ReportContent;
import org.xuanpai.progress.service.ReportDraftService;
import org.xuanpai.progress.service.ReportReviewService;
import org.xuanpai.progress.service.ReportSubmissionService;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Period;

/** A month carried through its steps by the services; what a township hands in are the figures of a real one. */
final class MonthOf {

    /** What the county issued to a real township for January to October. */
    static final Map<String, BigDecimal> ISSUED =
            figures(Map.of("value_added", "10764", "value_added_growth", "-15.38"));

    /** What it typed itself, cumulative. */
    static final Map<String, BigDecimal> FIGURES = figures(Map.of(
            "fixed_investment", "22166",
            "industrial_investment", "7198",
            "renovation_investment", "7198",
            "research_spending", "811"));

    static final Map<String, BigDecimal> TARGETS = figures(Map.of(
            "value_added", "16900",
            "fixed_investment", "19000",
            "industrial_investment", "15000",
            "renovation_investment", "7000",
            "research_spending", "1000"));

    private static final long NOT_BEGUN = -1;
    private static final int DAYS = 8;
    private static final String DONE = "接通两户企业的电";

    private final ReportDraftService drafts;
    private final ReportSubmissionService submissions;
    private final ReportReviewService reviews;
    private final Database database;

    MonthOf(
            ReportDraftService drafts,
            ReportSubmissionService submissions,
            ReportReviewService reviews,
            Database database) {
        this.drafts = drafts;
        this.submissions = submissions;
        this.reviews = reviews;
        this.database = database;
    }

    void saved(Person clerk, UUID township, Period period) {
        saved(clerk, township, period, FIGURES);
    }

    void saved(Person clerk, UUID township, Period period, Map<String, BigDecimal> figures) {
        CurrentUser user = clerk.user();
        ScopeContext.run(
                user, () -> drafts.save(user, township, period, version(township, period), content(figures, "")));
    }

    void confirmed(Person secretary, UUID township, Period period) {
        CurrentUser user = secretary.user();
        ScopeContext.run(
                user, () -> drafts.confirmOwnPart(user, township, period, version(township, period), DAYS, DONE));
    }

    /** What the First Secretary confirmed is handed in. */
    void submittedConfirmed(Person party, UUID township, Period period) {
        CurrentUser user = party.user();
        ReportContent whole = new ReportContent(FIGURES, DAYS, DONE, "园区二期征地晚两个月", "主持召开 2 次征地协调会", "");
        ScopeContext.run(
                user, () -> submissions.submit(user, township, period, version(township, period), Ids.next(), whole));
    }

    void submitted(Person party, UUID township, Period period) {
        submitted(party, township, period, FIGURES);
    }

    void submitted(Person party, UUID township, Period period, Map<String, BigDecimal> figures) {
        CurrentUser user = party.user();
        ScopeContext.run(
                user,
                () -> submissions.submit(
                        user, township, period, version(township, period), Ids.next(), content(figures, "第一书记空缺")));
    }

    void returned(Person organizer, UUID township, Period period, int copy, String reason) {
        returned(organizer, township, period, copy, reason, Map.of());
    }

    void returned(Person organizer, UUID township, Period period, int copy, String reason, Map<String, String> marks) {
        CurrentUser user = organizer.user();
        ScopeContext.run(user, () -> reviews.sendBack(user, township, period, copy, reason, marks));
    }

    void approved(Person organizer, UUID township, Period period, int copy) {
        CurrentUser user = organizer.user();
        ScopeContext.run(user, () -> reviews.approve(user, township, period, copy, Set.of()));
    }

    private long version(UUID township, Period period) {
        return database
                .owner()
                .queryForList(
                        "select version from monthly_report where township_id = ? and period = ?",
                        Long.class,
                        township,
                        period.month().atDay(1))
                .stream()
                .findFirst()
                .orElse(NOT_BEGUN);
    }

    private static ReportContent content(Map<String, BigDecimal> figures, String absence) {
        return new ReportContent(figures, null, "", "园区二期征地晚两个月", "主持召开 2 次征地协调会", absence);
    }

    private static Map<String, BigDecimal> figures(Map<String, String> texts) {
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        texts.forEach((code, text) -> figures.put(code, new BigDecimal(text)));
        return figures;
    }
}
