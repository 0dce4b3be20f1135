package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xuanpai.division.TownshipView;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.progress.Light;
import org.xuanpai.progress.OpenFields;
import org.xuanpai.progress.PaceRule;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.progress.TextField;
import org.xuanpai.progress.check.Checks;
import org.xuanpai.progress.check.Finding;
import org.xuanpai.progress.check.ReasonKey;
import org.xuanpai.progress.check.RuleKind;
import org.xuanpai.progress.entity.MonthlyReport;
import org.xuanpai.progress.entity.ReportDraft;
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
    private final PaceRule pace;

    ReportChecks(Checks checks, StoredReports stored, Indicators indicators, PaceRule pace) {
        this.checks = checks;
        this.stored = stored;
        this.indicators = indicators;
        this.pace = pace;
    }

    /** The report as it is about to be handed in. */
    SubmissionCheck working(Scope scope, TownshipView township, MonthlyReport report, FiguresOfMonth figures) {
        ReportDraft draft = report.draft();
        return SubmissionCheck.of(
                SubmissionCheck.parts(
                        draft.isOwnPartSettled(),
                        draft.text(TextField.PARTY_PART),
                        draft.text(TextField.BEHIND_NOTE),
                        isBehind(figures, report.period())),
                figures.asked(),
                figures.required(),
                figures.values(),
                checks.sheet(scope, township, report.period(), null),
                draft.reasons(),
                unchanged(report));
    }

    /** The fields the county asked to change that are as they were when it sent the report back. */
    private Set<String> unchanged(MonthlyReport report) {
        if (report.status() != ReportStatus.RETURNED) {
            return Set.of();
        }
        Map<String, BigDecimal> returned = StoredReports.typedOf(stored.frozen(report.id(), report.submissions()));
        return stored.returned(report.id(), report.submissions())
                .map(back -> back.comparing(returned, report.draft().figures(), texts(report.draft())))
                .map(AskedAgain::unchanged)
                .orElse(Set.of());
    }

    private static ReportPage.Texts texts(ReportDraft draft) {
        return new ReportPage.Texts(
                draft.daysOnSite().orElse(null),
                draft.text(TextField.ACHIEVEMENTS),
                draft.text(TextField.ABSENCE),
                "",
                null,
                draft.text(TextField.PARTY_PART),
                draft.text(TextField.BEHIND_NOTE));
    }

    private boolean isBehind(FiguresOfMonth figures, Period period) {
        return figures.asked().stream().anyMatch(indicator -> {
            FigureTable.Line line = figures.values().apply(indicator);
            return pace.light(indicator, line.completion(), period) == Light.BEHIND;
        });
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
        ReportPage.Texts texts = report.texts();
        Map<ReasonKey, String> reasons = working
                ? stored.reasons(report.id())
                : stored.reasons(report.id(), report.head().submissions());
        Set<String> asWas = new HashSet<>(unchanged);
        if (!working) {
            // a copy keeps by its reasons what was as it was when it was handed in
            reasons.keySet().stream()
                    .filter(reason -> reason.rule() == RuleKind.UNCHANGED)
                    .map(ReasonKey::field)
                    .forEach(asWas::add);
        }
        return SubmissionCheck.of(
                SubmissionCheck.parts(
                        texts.isOwnPartSettled(), texts.partyPart(), texts.behindNote(), isBehind(figures, period)),
                figures.asked(),
                figures.required(),
                figures.values(),
                checks.sheet(
                        scope, township, period, working ? null : report.head().savedAt()),
                reasons,
                asWas);
    }

    /** What the rules of today find in a copy with these figures. */
    List<Finding> findings(
            Scope scope,
            TownshipView township,
            Period period,
            List<IndicatorView> asked,
            Map<String, SubmittedFigure> figures) {
        return SubmissionCheck.of(
                        List.of(),
                        asked,
                        Set.of(),
                        indicator -> FigureTable.Line.of(figures.get(indicator.code()), null),
                        checks.sheet(scope, township, period, null),
                        Map.of(),
                        Set.of())
                .findings()
                .all();
    }

    /** What a return leaves open, by what would keep the returned copy from being handed in today. */
    OpenFields openAfterReturn(
            Scope scope, TownshipView township, Period period, AskedAgain returned, UUID report, int number) {
        Set<String> marks = returned.notes().keySet();
        if (marks.isEmpty()) {
            return OpenFields.all();
        }
        List<IndicatorView> asked = indicators.askedIn(township.countyId(), period);
        Map<String, SubmittedFigure> frozen = stored.frozen(report, number);
        ReportPage.Texts texts = returned.before();
        SubmissionCheck today = SubmissionCheck.of(
                // a note that is empty may be needed: what others issue can fall behind after the return
                SubmissionCheck.parts(true, texts.partyPart(), texts.behindNote(), true),
                asked,
                indicators.targets(scope, township.id(), period.year()).keySet(),
                indicator -> FigureTable.Line.of(frozen.get(indicator.code()), null),
                checks.sheet(scope, township, period, null),
                stored.reasons(report, number),
                Set.of());
        return SubmissionCheck.openAfterReturn(marks, asked, today);
    }
}
