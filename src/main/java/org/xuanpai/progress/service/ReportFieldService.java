package org.xuanpai.progress.service;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.progress.Arrival;
import org.xuanpai.progress.FieldChangedMeanwhile;
import org.xuanpai.progress.FieldNotOpen;
import org.xuanpai.progress.Intent;
import org.xuanpai.progress.MayConfirmOwnPart;
import org.xuanpai.progress.MayEnterReports;
import org.xuanpai.progress.TextField;
import org.xuanpai.progress.TypedField;
import org.xuanpai.progress.entity.MonthlyReport;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;

/**
 * Saves a month as it is typed, one field at a time. A field goes in when it still holds what its page showed; when somebody
 * else changed it meanwhile, nothing is written and the page asks. All acts on a report come one after another, so what is
 * compared is what is overwritten.
 */
@Service
@Transactional
public class ReportFieldService {

    private static final List<String> OWN_PART = List.of(TextField.DAYS_ON_SITE.name(), TextField.ACHIEVEMENTS.name());

    private final OpenReports reports;
    private final FieldIntents intents;
    private final FieldEdits edits;
    private final AuditTrail trail;
    private final Clock clock;

    ReportFieldService(OpenReports reports, FieldIntents intents, FieldEdits edits, AuditTrail trail, Clock clock) {
        this.reports = reports;
        this.intents = intents;
        this.edits = edits;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Saves one field for the township; begins the report with the first one.
     *
     * @return what became of it; whatever is returned is acknowledged
     * @throws FieldChangedMeanwhile when somebody else changed the field since {@link TypedField#base}
     * @throws FieldNotOpen when the return did not open the field, or the role does not write it
     * @throws org.xuanpai.progress.TokenUsedOtherwise when another value came as the same intent
     * @throws org.xuanpai.progress.MonthNotDue when the month is not due from this township
     * @throws org.xuanpai.progress.StepNotPossible when the report is with the county or approved
     */
    @MayEnterReports
    public Arrival save(CurrentUser user, UUID township, Period period, TypedField typed, Intent intent) {
        return write(user, township, period, typed, intent);
    }

    /**
     * Saves a field of the own part for the First Secretary, who confirms it afterwards.
     *
     * @throws FieldNotOpen for any other field
     * @see #save
     */
    @MayConfirmOwnPart
    public Arrival saveOwnPart(CurrentUser user, UUID township, Period period, TypedField typed, Intent intent) {
        if (!OWN_PART.contains(typed.field())) {
            throw new FieldNotOpen(typed.field());
        }
        return write(user, township, period, typed, intent);
    }

    private Arrival write(CurrentUser user, UUID township, Period period, TypedField typed, Intent intent) {
        OpenReports.Opened opened = reports.openForTyping(user, township, period);
        MonthlyReport report = opened.report();
        Optional<Arrival> known = intents.known(user, report, typed, intent);
        if (known.isPresent()) {
            return known.get();
        }
        String stored = DraftFields.of(report.draft()).value(typed.field());
        if (stored.equals(typed.value())) {
            return Arrival.SAME;
        }
        if (!stored.equals(typed.base()) && !edits.isFrom(intent.page(), report, typed.field())) {
            if (typed.value().equals(typed.base())) {
                return Arrival.SAME; // only the other side touched it
            }
            throw new FieldChangedMeanwhile(typed.field());
        }
        Instant now = clock.instant();
        reports.write(user, opened, typed, now);
        edits.record(user, report, List.of(typed.field()), intent.page(), now);
        trail.record(
                TrailEvent.of("report.fieldSaved", opened.label(), report.id()).with("field", typed.field()));
        return Arrival.WRITTEN;
    }
}
