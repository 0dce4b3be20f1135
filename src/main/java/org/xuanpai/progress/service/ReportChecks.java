package org.xuanpai.progress.service;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xuanpai.division.TownshipView;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.progress.OpenFields;
import org.xuanpai.progress.check.Checks;
import org.xuanpai.progress.entity.MonthlyReport;
import org.xuanpai.progress.entity.SubmittedFigure;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/**
 * Puts a report before the checks: the working state by the rules of today, a copy by those of the moment it was handed in, with
 * the reasons that belong to it.
 */
@Component
class ReportChecks {

    private final Checks checks;
    private final StoredReports stored;
    private final Indicators indicators;

    ReportChecks(Checks checks, StoredReports stored, Indicators indicators) {
        this.checks = checks;
        this.stored = stored;
        this.indicators = indicators;
    }

    /** The report as it is about to be handed in. */
    SubmissionCheck working(Scope scope, TownshipView township, MonthlyReport report, FiguresOfMonth figures) {
        return SubmissionCheck.of(
                figures.asked(),
                figures.required(),
                figures.values(),
                checks.sheet(scope, township, report.period(), null),
                report.draft().reasons(),
                Set.of());
    }

    /**
     * The report as it is shown.
     *
     * @param working whether the township's working state is shown, not the latest copy
     * @param unchanged fields the county asked to change that are as they were
     */
    SubmissionCheck shown(
            Scope scope,
            TownshipView township,
            Period period,
            StoredReports.Stored report,
            boolean working,
            FiguresOfMonth figures,
            Collection<String> unchanged) {
        return SubmissionCheck.of(
                figures.asked(),
                figures.required(),
                figures.values(),
                checks.sheet(
                        scope, township, period, working ? null : report.head().savedAt()),
                working
                        ? stored.reasons(report.id())
                        : stored.reasons(report.id(), report.head().submissions()),
                unchanged);
    }

    /** What a return leaves open, by what would keep the returned copy from being handed in today. */
    OpenFields openAfterReturn(
            Scope scope, TownshipView township, Period period, Set<String> marks, UUID report, int number) {
        if (marks.isEmpty()) {
            return OpenFields.all();
        }
        List<IndicatorView> asked = indicators.askedIn(township.countyId(), period);
        Map<String, SubmittedFigure> returned = stored.frozen(report, number);
        SubmissionCheck today = SubmissionCheck.of(
                asked,
                indicators.targets(scope, township.id(), period.year()).keySet(),
                indicator -> FigureTable.Line.of(returned.get(indicator.code()), null),
                checks.sheet(scope, township, period, null),
                stored.reasons(report, number),
                Set.of());
        return SubmissionCheck.openAfterReturn(marks, asked, today);
    }
}
