package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.xuanpai.division.TownshipView;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.industry.UnknownIndicator;
import org.xuanpai.platform.Constraint;
import org.xuanpai.progress.FieldNotOpen;
import org.xuanpai.progress.FigureNotTyped;
import org.xuanpai.progress.FigureRefused;
import org.xuanpai.progress.NoSuchField;
import org.xuanpai.progress.OpenFields;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.progress.TextField;
import org.xuanpai.progress.TypedField;
import org.xuanpai.progress.check.ReasonKey;
import org.xuanpai.progress.entity.MonthlyReport;
import org.xuanpai.progress.entity.ReportDraft;
import org.xuanpai.progress.repository.MonthlyReportRepository;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Permission;
import org.xuanpai.shared.StaleVersion;

/** Opens the report of a due month for a change and takes over what was typed. */
@Component
class OpenReports {

    private final MonthlyReportRepository reports;
    private final DueMonths due;
    private final StoredReports stored;
    private final ReportChecks checks;
    private final Indicators indicators;
    private final FieldEdits edits;
    private final Clock clock;

    OpenReports(
            MonthlyReportRepository reports,
            DueMonths due,
            StoredReports stored,
            ReportChecks checks,
            Indicators indicators,
            FieldEdits edits,
            Clock clock) {
        this.reports = reports;
        this.due = due;
        this.stored = stored;
        this.checks = checks;
        this.indicators = indicators;
        this.edits = edits;
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
        return new Opened(report, township, openFields(user, township, report));
    }

    /** Opens it for one field, whatever its version; of several who begin the month at once, one does and the others follow. */
    Opened openForTyping(CurrentUser user, UUID townshipId, Period period) {
        TownshipView township = due.mustBeDue(user.scope(), townshipId, period);
        MonthlyReport report = reports.findForChange(user.scope(), townshipId, period.key())
                .orElseGet(() -> {
                    reports.beginUnlessBegun(
                            Ids.next(),
                            township.countyId(),
                            townshipId,
                            period.key(),
                            user.displayName(),
                            clock.instant());
                    return reports.findForChange(user.scope(), townshipId, period.key())
                            .orElseThrow(StaleVersion::new);
                });
        return new Opened(report, township, openFields(user, township, report));
    }

    /** Takes over every part that this role may write. */
    void write(CurrentUser user, Opened opened, ReportContent content) {
        MonthlyReport report = opened.report();
        DraftFields before = DraftFields.of(report.draft());
        Map<String, IndicatorView> asked = asked(report);
        mustFit(content.figures(), asked, report.period());
        report.enterFigures(withWhatIsNotTyped(content.figures(), report, asked), opened.fields());
        mustBeAsked(content.reasons(), asked);
        content.reasons().forEach((about, reason) -> report.writeReason(about, reason, opened.fields()));
        report.writeBehindNote(content.behindNote(), opened.fields());
        report.writeOwnPart(content.daysOnSite(), content.achievements(), opened.fields());
        if (user.may(Permission.SUBMIT_REPORTS)) {
            report.writePartyPart(content.partyPart(), content.absence(), opened.fields());
        }
        Instant now = clock.instant();
        report.saved(user, now);
        store(report);
        edits.record(user, report, DraftFields.of(report.draft()).differences(before), null, now);
    }

    /** Takes over one field, if this role may write it. */
    void write(CurrentUser user, Opened opened, TypedField typed, Instant now) {
        MonthlyReport report = opened.report();
        Optional<TextField> text = TextField.named(typed.field());
        Optional<ReasonKey> reason = ReasonKey.parse(typed.field());
        if (text.isPresent()) {
            writeText(user, opened, text.get(), typed.value());
        } else if (reason.isPresent()) {
            mustBeAsked(Map.of(reason.get(), typed.value()), asked(report));
            report.writeReason(reason.get(), typed.value(), opened.fields());
        } else {
            writeFigure(opened, typed.field(), typed.value());
        }
        report.saved(user, now);
        store(report);
    }

    private void writeFigure(Opened opened, String code, String value) {
        MonthlyReport report = opened.report();
        Map<String, IndicatorView> asked = asked(report);
        mustBeTyped(asked.get(code));
        Map<String, BigDecimal> figures = new TreeMap<>(report.draft().figures());
        figures.remove(code);
        if (!value.isEmpty()) {
            figures.put(code, new BigDecimal(value));
            mustFit(Map.of(code, new BigDecimal(value)), asked, report.period());
        }
        report.enterFigures(figures, opened.fields());
    }

    private static void writeText(CurrentUser user, Opened opened, TextField field, String value) {
        MonthlyReport report = opened.report();
        ReportDraft draft = report.draft();
        OpenFields open = opened.fields();
        switch (field) {
            case DAYS_ON_SITE ->
                report.writeOwnPart(
                        value.isEmpty() ? null : Integer.valueOf(value), draft.text(TextField.ACHIEVEMENTS), open);
            case ACHIEVEMENTS -> report.writeOwnPart(draft.daysOnSite().orElse(null), value, open);
            case BEHIND_NOTE -> report.writeBehindNote(value, open);
            case PARTY_PART -> {
                mustBePartySecretary(user, field);
                report.writePartyPart(value, draft.text(TextField.ABSENCE), open);
            }
            case ABSENCE -> {
                mustBePartySecretary(user, field);
                report.writePartyPart(draft.text(TextField.PARTY_PART), value, open);
            }
        }
    }

    private static void mustBePartySecretary(CurrentUser user, TextField field) {
        if (!user.may(Permission.SUBMIT_REPORTS)) {
            throw new FieldNotOpen(field.part());
        }
    }

    /** Pages say this at the field before; here it holds for whoever calls. */
    private static void mustFit(Map<String, BigDecimal> figures, Map<String, IndicatorView> asked, Period period) {
        figures.forEach((code, figure) -> {
            IndicatorView indicator = asked.get(code);
            if (indicator == null) {
                throw new UnknownIndicator(code, period.year());
            }
            mustBeTyped(indicator);
            indicator.fault(figure).ifPresent(fault -> {
                throw new FigureRefused(indicator, fault);
            });
        });
    }

    private static void mustBeTyped(@Nullable IndicatorView indicator) {
        if (indicator != null && !indicator.isTyped()) {
            throw new FigureNotTyped(indicator);
        }
    }

    private Map<String, IndicatorView> asked(MonthlyReport report) {
        return indicators.askedIn(report.countyId(), report.period()).stream()
                .collect(Collectors.toMap(IndicatorView::code, Function.identity()));
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

    /** A reason at a field that is not there would be kept for nobody. */
    private static void mustBeAsked(Map<ReasonKey, String> reasons, Map<String, IndicatorView> asked) {
        if (!reasons.keySet().stream().allMatch(about -> asked.containsKey(about.field()))) {
            throw new NoSuchField();
        }
    }

    /** Two who begin the same month at once: the second one is told like anybody whose page is stale. */
    void store(MonthlyReport report) {
        try {
            reports.saveAndFlush(report);
        } catch (OptimisticLockingFailureException overtaken) {
            throw new StaleVersion();
        } catch (DataIntegrityViolationException refused) {
            throw Constraint.isBroken("monthly_report_once_a_month", refused) ? new StaleVersion() : refused;
        }
    }

    private MonthlyReport begin(CurrentUser user, TownshipView township, Period period, long seenVersion) {
        if (seenVersion != ReportPage.NOT_BEGUN) {
            throw new StaleVersion();
        }
        Instant now = clock.instant();
        return new MonthlyReport(township.countyId(), township.id(), period, user, now);
    }

    private OpenFields openFields(CurrentUser user, TownshipView township, MonthlyReport report) {
        if (report.status() != ReportStatus.RETURNED) {
            return OpenFields.all();
        }
        return stored.returned(report.id(), report.submissions())
                .map(returned -> checks.openAfterReturn(
                        user.scope(),
                        township,
                        report.period(),
                        returned.notes().keySet(),
                        report.id(),
                        report.submissions()))
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
