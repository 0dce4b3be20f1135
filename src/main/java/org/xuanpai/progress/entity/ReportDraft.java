package org.xuanpai.progress.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xuanpai.progress.FieldShare;
import org.xuanpai.progress.OpenFields;
import org.xuanpai.progress.OwnPartConfirmed;
import org.xuanpai.progress.TextField;
import org.xuanpai.progress.check.ReasonKey;
import org.xuanpai.shared.CurrentUser;

/**
 * What a township typed so far, field by field. The First Secretary's own part is typed by the township or the First Secretary
 * and confirmed by the First Secretary alone; a change after the confirmation voids it. Where there is nobody to confirm, the
 * township records why.
 */
@Embeddable
public class ReportDraft {

    @ElementCollection
    @CollectionTable(name = "report_figure", joinColumns = @JoinColumn(name = "report_id"))
    @MapKeyColumn(name = "indicator_code")
    private Map<String, ReportFigure> figures = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "report_text", joinColumns = @JoinColumn(name = "report_id"))
    @MapKeyColumn(name = "field")
    @MapKeyEnumerated(EnumType.STRING)
    private Map<TextField, ReportText> texts = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "report_reason", joinColumns = @JoinColumn(name = "report_id"))
    private Map<ReasonId, ReportText> reasons = new HashMap<>();

    @Column(name = "own_part_confirmed_by")
    private @Nullable UUID confirmedBy;

    @Column(name = "own_part_confirmed_by_name")
    private @Nullable String confirmedByName;

    @Column(name = "own_part_confirmed_at")
    private @Nullable Instant confirmedAt;

    protected ReportDraft() {}

    static ReportDraft empty() {
        return new ReportDraft();
    }

    /** Types a figure of this report, or empties it. */
    void enter(MonthlyReport report, String code, @Nullable BigDecimal value, OpenFields open) {
        ReportFigure before = figures.get(code);
        boolean same = value == null ? before == null : before != null && before.hasValue(value);
        if (same) {
            return;
        }
        open.mustInclude(code);
        if (value == null) {
            figures.remove(code);
        } else {
            figures.put(code, new ReportFigure(report.countyId(), report.townshipId(), value));
        }
    }

    /** Writes a text of this report, or empties it. */
    void write(MonthlyReport report, TextField field, String text, OpenFields open) {
        if (text(field).equals(text)) {
            return;
        }
        open.mustInclude(field.part());
        if (text.isEmpty()) {
            texts.remove(field);
        } else {
            texts.put(field, new ReportText(report.countyId(), report.townshipId(), text));
        }
    }

    /** Says why a figure is right, or takes that back. */
    void explain(MonthlyReport report, ReasonKey about, String text, OpenFields open) {
        ReasonId id = ReasonId.of(about);
        ReportText before = reasons.get(id);
        if ((before == null ? "" : before.text()).equals(text)) {
            return;
        }
        open.mustInclude(about.field());
        if (text.isBlank()) {
            reasons.remove(id);
        } else {
            reasons.put(id, new ReportText(report.countyId(), report.townshipId(), text));
        }
    }

    /** Writes what the First Secretary confirms; an earlier confirmation of another text is void. */
    void writeOwnPart(MonthlyReport report, @Nullable Integer days, String text, OpenFields open) {
        String typedDays = days == null ? "" : days.toString();
        if (!text(TextField.DAYS_ON_SITE).equals(typedDays)
                || !text(TextField.ACHIEVEMENTS).equals(text)) {
            write(report, TextField.DAYS_ON_SITE, typedDays, open);
            write(report, TextField.ACHIEVEMENTS, text, open);
            confirmedBy = null;
            confirmedByName = null;
            confirmedAt = null;
        }
    }

    void confirmOwnPart(CurrentUser firstSecretary, Instant now) {
        confirmedBy = firstSecretary.accountId();
        confirmedByName = firstSecretary.displayName();
        confirmedAt = now;
        texts.remove(TextField.ABSENCE);
    }

    /** Records why nobody confirms the own part. */
    void recordAbsence(MonthlyReport report, String reason, OpenFields open) {
        if (isOwnPartConfirmed() && !reason.isBlank()) {
            open.mustInclude(TextField.ABSENCE.part());
            throw new OwnPartConfirmed();
        }
        write(report, TextField.ABSENCE, reason, open);
    }

    /** Its texts in the share of what was typed. */
    public FieldShare shareOfTexts() {
        return FieldShare.ofTexts(Stream.of(TextField.values()).map(this::text).toArray(String[]::new));
    }

    boolean isOwnPartConfirmed() {
        return confirmedBy != null;
    }

    /** Confirmed, or the reason why nobody can. */
    public boolean isOwnPartSettled() {
        return isOwnPartConfirmed() || !text(TextField.ABSENCE).isBlank();
    }

    public Optional<String> confirmedByName() {
        return Optional.ofNullable(confirmedByName);
    }

    /** What is written; empty for nothing. */
    public String text(TextField field) {
        ReportText written = texts.get(field);
        return written == null ? "" : written.text();
    }

    /** The First Secretary's days in the township. */
    public Optional<Integer> daysOnSite() {
        return Optional.of(text(TextField.DAYS_ON_SITE))
                .filter(days -> !days.isEmpty())
                .map(Integer::valueOf);
    }

    /** Reasons by what they are about, also those nobody asks for any more. */
    public Map<ReasonKey, String> reasons() {
        Map<ReasonKey, String> given = new TreeMap<>();
        reasons.forEach((id, reason) -> given.put(id.key(), reason.text()));
        return given;
    }

    /** Typed values by indicator code. */
    public Map<String, BigDecimal> figures() {
        Map<String, BigDecimal> typed = new TreeMap<>();
        figures.forEach((code, figure) -> typed.put(code, figure.typed()));
        return typed;
    }
}
