package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.xuanpai.division.TownshipView;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.industry.UnknownIndicator;
import org.xuanpai.progress.FigureNotTyped;
import org.xuanpai.progress.FigureRefused;
import org.xuanpai.progress.OpenFields;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.progress.entity.MonthlyReport;
import org.xuanpai.progress.repository.MonthlyReportRepository;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Permission;
import org.xuanpai.shared.StaleVersion;

/** Opens the report of a due month for a change and takes over what was typed. */
@Component
class OpenReports {

    private final MonthlyReportRepository reports;
    private final DueMonths due;
    private final StoredReports stored;
    private final Indicators indicators;
    private final Clock clock;

    OpenReports(
            MonthlyReportRepository reports, DueMonths due, StoredReports stored, Indicators indicators, Clock clock) {
        this.reports = reports;
        this.due = due;
        this.stored = stored;
        this.indicators = indicators;
        this.clock = clock;
    }

    Opened open(CurrentUser user, UUID townshipId, Period period, long seenVersion) {
        TownshipView township = due.mustBeDue(user.scope(), townshipId, period);
        MonthlyReport report = reports.findForChange(user.scope(), townshipId, period.key())
                .map(found -> {
                    found.mustBeAt(seenVersion);
                    return found;
                })
                .orElseGet(() -> begin(user, township, period, seenVersion));
        return new Opened(report, township, openFields(user, report));
    }

    /** Takes over every part that this role may write. */
    void write(CurrentUser user, Opened opened, ReportContent content) {
        MonthlyReport report = opened.report();
        Map<String, IndicatorView> asked = indicators.askedIn(report.countyId(), report.period()).stream()
                .collect(Collectors.toMap(IndicatorView::code, Function.identity()));
        mustFit(content.figures(), asked, report.period());
        report.enterFigures(withWhatIsNotTyped(content.figures(), report, asked), opened.fields());
        report.writeBehindNote(content.behindNote(), opened.fields());
        report.writeOwnPart(content.daysOnSite(), content.achievements(), opened.fields());
        if (user.may(Permission.SUBMIT_REPORTS)) {
            report.writePartyPart(content.partyPart(), content.absence(), opened.fields());
        }
        report.saved(user, clock.instant());
        store(report);
    }

    /** Pages say this at the field before; here it holds for whoever calls. */
    private static void mustFit(Map<String, BigDecimal> figures, Map<String, IndicatorView> asked, Period period) {
        figures.forEach((code, figure) -> {
            IndicatorView indicator = asked.get(code);
            if (indicator == null) {
                throw new UnknownIndicator(code, period.year());
            }
            if (!indicator.isTyped()) {
                throw new FigureNotTyped(indicator);
            }
            indicator.fault(figure).ifPresent(fault -> {
                throw new FigureRefused(indicator, fault);
            });
        });
    }

    /** What was typed before the county issued it stays as it is. */
    private static Map<String, BigDecimal> withWhatIsNotTyped(
            Map<String, BigDecimal> figures, MonthlyReport report, Map<String, IndicatorView> asked) {
        Map<String, BigDecimal> all = new TreeMap<>(figures);
        report.draft().figures().forEach((code, figure) -> {
            IndicatorView indicator = asked.get(code);
            if (indicator != null && !indicator.isTyped()) {
                all.put(code, figure);
            }
        });
        return all;
    }

    /** Two who begin the same month at once: the second one is told like anybody whose page is stale. */
    void store(MonthlyReport report) {
        try {
            reports.saveAndFlush(report);
        } catch (OptimisticLockingFailureException overtaken) {
            throw new StaleVersion();
        } catch (DataIntegrityViolationException refused) {
            if (String.valueOf(refused.getMessage()).contains("monthly_report_once_a_month")) {
                throw new StaleVersion();
            }
            throw refused;
        }
    }

    private MonthlyReport begin(CurrentUser user, TownshipView township, Period period, long seenVersion) {
        if (seenVersion != ReportPage.NOT_BEGUN) {
            throw new StaleVersion();
        }
        Instant now = clock.instant();
        return new MonthlyReport(township.countyId(), township.id(), period, user, now);
    }

    private OpenFields openFields(CurrentUser user, MonthlyReport report) {
        if (report.status() != ReportStatus.RETURNED) {
            return OpenFields.all();
        }
        int copy = report.submissions();
        return stored.returned(report.id(), copy)
                .map(returned -> SubmissionCheck.openAfterReturn(
                        returned.notes().keySet(),
                        indicators.askedIn(report.countyId(), report.period()),
                        indicators
                                .targets(
                                        user.scope(),
                                        report.townshipId(),
                                        report.period().year())
                                .keySet(),
                        StoredReports.typedOf(stored.frozen(report.id(), copy))))
                .orElseGet(OpenFields::all);
    }

    /** A report open for change, its township, and the fields that may change. */
    record Opened(MonthlyReport report, TownshipView township, OpenFields fields) {

        /** As the trail names it: 柳渡镇 2026-10. */
        String label() {
            return township.name() + " " + report.period();
        }
    }
}
