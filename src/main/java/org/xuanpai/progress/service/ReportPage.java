package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xuanpai.calendar.Deadline;
import org.xuanpai.division.TownshipView;
import org.xuanpai.industry.IndicatorSection;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.IssuedFigure;
import org.xuanpai.industry.TypedValue;
import org.xuanpai.progress.Due;
import org.xuanpai.progress.Edit;
import org.xuanpai.progress.FieldShare;
import org.xuanpai.progress.Light;
import org.xuanpai.progress.OpenFields;
import org.xuanpai.progress.ReportAction;
import org.xuanpai.progress.ReportField;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.progress.TextField;
import org.xuanpai.progress.check.Finding;
import org.xuanpai.progress.check.Findings;
import org.xuanpai.progress.check.ReasonKey;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Permission;

/**
 * A month of a township as one page shows it: the township's working state for the township, the frozen copy for the county.
 *
 * @param status {@code null} while nobody has begun
 * @param version of the working state; {@link #NOT_BEGUN} while nobody has begun
 * @param copyNumber the copy shown; 0 for the working state
 * @param late whether the first complete submission missed the deadline, or there is none and it has passed
 * @param due until when whoever holds it has it; {@code null} when nothing is to be done any more
 * @param check what would keep the figures shown from being handed in
 * @param sections figures in the order of the form
 * @param earlier what was written the month before, for those who write this one
 * @param returned the reason and marks of the latest return, while the report is returned
 * @param edits the latest change of each field, the latest of all first, while the township has it in hand
 */
public record ReportPage(
        CurrentUser reader,
        TownshipView township,
        Period period,
        @Nullable ReportStatus status,
        long version,
        int copyNumber,
        Head head,
        Deadline deadline,
        boolean late,
        @Nullable Due due,
        SubmissionCheck check,
        List<Section> sections,
        Texts texts,
        EarlierTexts earlier,
        Optional<AskedAgain> returned,
        List<HistoryItem> history,
        List<Edit> edits) {

    /** The version while nobody has begun the report. */
    public static final long NOT_BEGUN = -1;

    /** The own parts of the two secretaries, which every report has. */
    private static final int PARTS = 2;

    /** Whether this reader may do this now. */
    public boolean may(ReportAction action) {
        ReportStatus at = status == null ? ReportStatus.DRAFT : status;
        return reader.may(action.permission()) && at.allows(action);
    }

    public boolean mayEnter() {
        return may(ReportAction.ENTER);
    }

    /** Whether the reader may object to issued figures. */
    public boolean mayObject() {
        return reader.may(Permission.OBJECT_TO_FIGURES);
    }

    public boolean mayWritePartyPart() {
        return may(ReportAction.WRITE_PARTY_PART);
    }

    public boolean mayConfirmOwnPart() {
        return may(ReportAction.CONFIRM_OWN_PART);
    }

    public boolean maySubmit() {
        return may(ReportAction.SUBMIT);
    }

    /** Whether the reader may propose another value for a figure of this report. */
    public boolean mayCorrect() {
        return reader.may(Permission.PROPOSE_CORRECTIONS) && status == ReportStatus.APPROVED;
    }

    /** Whether it can be changed only after two persons reopened it. */
    public boolean isLocked() {
        return status == ReportStatus.LOCKED;
    }

    /** Whether the reader reopens months. */
    public boolean mayReopen() {
        return reader.may(Permission.CLOSE_MONTHS);
    }

    public boolean mayReview() {
        return may(ReportAction.APPROVE);
    }

    /** Whether a field is open, after a return with marks. */
    public boolean isOpen(String field) {
        return returned.map(AskedAgain::fields).orElse(OpenFields.all()).includes(field);
    }

    /** The reviewer's note at a field; empty when it is not marked. */
    public Optional<String> note(String field) {
        return returned.map(AskedAgain::notes).map(notes -> notes.get(field));
    }

    /** Whether the reader may type figures, and this one is typed and open. */
    public boolean mayType(String field) {
        return mayEnter()
                && isOpen(field)
                && lines().stream()
                        .map(Line::indicator)
                        .noneMatch(indicator -> indicator.code().equals(field) && !indicator.isTyped());
    }

    /** Whether the own part may be typed, by the township or by the First Secretary. */
    public boolean mayTypeOwnPart() {
        return (mayEnter() || mayConfirmOwnPart()) && isOpen(ReportField.OWN_PART);
    }

    /** Whether the reader has anything to save. */
    public boolean mayWrite() {
        return mayEnter() || mayConfirmOwnPart();
    }

    /** Whether only some fields are open. */
    public boolean isPartlyOpen() {
        return returned.isPresent() && !returned.get().fields().marked().isEmpty();
    }

    /** Whether the latest copy is shown, not the township's working state. */
    public boolean isCopy() {
        return copyNumber > 0;
    }

    /** Who changed a field last and when. */
    public Optional<Edit> edit(String field) {
        return edits.stream().filter(edit -> edit.field().equals(field)).findFirst();
    }

    /** The field in which this reader left off. */
    public Optional<Edit> leftOff() {
        return edits.stream()
                .filter(edit -> edit.by().equals(reader.accountId()))
                .findFirst();
    }

    /** Whether something is to be done about a figure: it is missing, contradictory, or was asked for. */
    public boolean isToDo(String code) {
        return check.missing().contains(code)
                || findings().openFields().contains(code)
                || note(code).isPresent();
    }

    /** Whether the value of a figure is to be changed; where only a reason is missing, the reason is the place to go to. */
    public boolean isToChange(String code) {
        return check.missing().contains(code)
                || returned.map(AskedAgain::unchanged).orElse(Set.of()).contains(code)
                || findings().blocking().stream()
                        .anyMatch(finding ->
                                finding.field().equals(code) || finding.others().contains(code));
    }

    /** Whether a part has to be written and is not. */
    public boolean isPartMissing(String part) {
        return mayEnter() ? check.parts().contains(part) : part.equals(ReportField.OWN_PART) && isOwnPartWaiting();
    }

    /** Whether the First Secretary, who reads this, still has to confirm the own part. */
    public boolean isOwnPartWaiting() {
        return mayConfirmOwnPart() && texts.confirmedByName().isEmpty();
    }

    /**
     * How many of the things that keep the report from being handed in are about figures; those about texts are the rest.
     *
     * @param refused fields whose value was not taken
     */
    public long figuresToDo(Collection<String> refused) {
        return Stream.concat(refused.stream(), findings().open().stream().map(Finding::field))
                        .filter(this::isFigure)
                        .count()
                + missing(refused);
    }

    private boolean isFigure(String field) {
        String code = figureOf(field);
        return lines().stream().anyMatch(line -> line.indicator().code().equals(code));
    }

    /**
     * How many things have to be there before the report can be handed in, those that are there included.
     *
     * @param refused fields whose value was not taken
     */
    public long neededCount(Collection<String> refused) {
        return lines().stream()
                        .filter(line -> line.required() && line.typed() != null)
                        .count()
                + PARTS
                - check.parts().stream()
                        .filter(part -> !part.equals(ReportField.BEHIND_NOTE))
                        .count()
                + problemCount(refused);
    }

    /**
     * How many things keep the report from being handed in.
     *
     * @param refused fields whose value was not taken
     */
    public long problemCount(Collection<String> refused) {
        return refused.size()
                + findings().open().size()
                + missing(refused)
                + check.parts().stream().filter(part -> !refused.contains(part)).count();
    }

    /** How many figures are missing beside those whose value was not taken. */
    public long missing(Collection<String> refused) {
        return check.missing().stream().filter(code -> !refused.contains(code)).count();
    }

    /** Where on the page the first thing is that this reader has to do before the report can be handed in; empty for nothing. */
    public Optional<String> firstProblem() {
        if (!mayEnter()) {
            return isOwnPartWaiting() ? Optional.of("s2") : Optional.empty();
        }
        return Stream.of(findings().openFields().stream(), check.missing().stream(), check.parts().stream())
                .flatMap(Function.identity())
                .findFirst()
                .map(this::fieldAnchor);
    }

    /** Message key of the name of a text, or of the part a reason is about. */
    public String textKey(String field) {
        return TextField.named(field).isPresent() ? "progress.text." + field : "progress.field." + figureOf(field);
    }

    /** The name of a figure, also for a reason about it; {@code null} for a text, whose name is a message. */
    public @Nullable String fieldName(String field, Locale locale) {
        String code = figureOf(field);
        return lines().stream()
                .map(Line::indicator)
                .filter(indicator -> indicator.code().equals(code))
                .map(indicator -> indicator.title(locale))
                .findFirst()
                .orElse(null);
    }

    /** Where on the page a field is. */
    public String fieldAnchor(String field) {
        String part = TextField.named(field).map(TextField::part).orElse(figureOf(field));
        return switch (part) {
            case ReportField.OWN_PART -> "s2";
            case ReportField.PARTY_PART -> "s3";
            case ReportField.BEHIND_NOTE -> "s4";
            default -> part;
        };
    }

    private static String figureOf(String field) {
        return ReasonKey.parse(field).map(ReasonKey::field).orElse(field);
    }

    /** Lines that lag behind the year, which the note is about. */
    public List<Line> behind() {
        return lines().stream().filter(line -> line.light() == Light.BEHIND).toList();
    }

    /** How many figures the township types. */
    public long typeableCount() {
        return lines().stream().filter(line -> line.indicator().isTyped()).count();
    }

    /** How many of them are typed. */
    public long typedCount() {
        return lines().stream()
                .filter(line -> line.indicator().isTyped() && line.typed() != null)
                .count();
    }

    /** How much of the report was typed. */
    public FieldShare share() {
        String days = texts.daysOnSite() == null ? "" : texts.daysOnSite().toString();
        FieldShare written =
                FieldShare.ofTexts(days, texts.achievements(), texts.absence(), texts.partyPart(), texts.behindNote());
        return lines().stream().map(Line::share).reduce(written, FieldShare::plus);
    }

    /** What the checks found in what is shown. */
    public Findings findings() {
        return check.findings();
    }

    /** The same page with what the checks found in figures that were not stored. */
    public ReportPage judged(Findings found) {
        return new ReportPage(
                reader,
                township,
                period,
                status,
                version,
                copyNumber,
                head,
                deadline,
                late,
                due,
                new SubmissionCheck(check.missing(), check.parts(), found),
                sections,
                texts,
                earlier,
                returned,
                history,
                edits);
    }

    /** Whether anything is there to show. */
    public boolean isBegun() {
        return status != null;
    }

    /** The indicator with the code, which is on the page. */
    public IndicatorView indicator(String code) {
        return lines().stream()
                .map(Line::indicator)
                .filter(indicator -> indicator.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** The word of the status fragment for the state. */
    public String statusKind() {
        return status == null ? "none" : status.kind();
    }

    /** Since when it is where it is; {@code null} while nobody has begun. */
    public @Nullable Instant since() {
        return head.statusSince();
    }

    /** Whether the township has it in hand. */
    public boolean isWithTownship() {
        return status == null || status.isWithTownship();
    }

    /** Every line of every section. */
    public List<Line> lines() {
        return sections.stream().flatMap(section -> section.lines().stream()).toList();
    }

    /**
     * Who has it, and what was saved when.
     *
     * @param statusSince since when the report stands where it stands
     * @param statusByName who brought it there
     */
    public record Head(
            @Nullable Instant statusSince,
            String statusByName,
            int submissions,
            @Nullable Instant firstSubmittedAt,
            @Nullable Instant savedAt,
            String savedByName) {}

    /** A group of the form. */
    public record Section(IndicatorSection section, List<Line> lines) {

        /** How many figures that must be there are not. */
        public long missing() {
            return lines.stream()
                    .filter(line -> line.required() && line.typed() == null)
                    .count();
        }

        public long typed() {
            return lines.stream().filter(line -> line.typed() != null).count();
        }
    }

    /**
     * One indicator; what is not known is {@code null} and shown as a dash.
     *
     * @param required whether the report cannot be submitted without it
     * @param issued what the county issued; {@code null} for what is typed, and while it has not
     * @param handedIn what the copy was handed in with instead; {@code null} when that was the same
     */
    public record Line(
            IndicatorView indicator,
            @Nullable BigDecimal typed,
            @Nullable BigDecimal previousMonth,
            @Nullable BigDecimal monthValue,
            @Nullable BigDecimal cumulative,
            @Nullable BigDecimal lastYear,
            @Nullable BigDecimal growth,
            @Nullable BigDecimal yearlyTarget,
            @Nullable BigDecimal completion,
            Light light,
            boolean required,
            @Nullable IssuedFigure issued,
            @Nullable HandedIn handedIn) {

        static Line of(IndicatorView indicator, FigureTable.Line line, Light light, boolean required) {
            return new Line(
                    indicator,
                    line.typed(),
                    line.previousMonth(),
                    line.monthValue(),
                    line.cumulative(),
                    line.lastYear(),
                    line.growth(),
                    line.yearlyTarget(),
                    line.completion(),
                    light,
                    required && indicator.isTyped(),
                    line.issued(),
                    line.handedIn());
        }

        /** Its part in how much of the report was typed. */
        FieldShare share() {
            return FieldShare.of(
                    indicator, typed != null && issued == null, monthValue, cumulative, lastYear, yearlyTarget);
        }

        /** Whether nothing of it had been issued when the copy was handed in. */
        public boolean isIssuedSince() {
            return handedIn != null && !handedIn.known();
        }

        /** Whether it reads otherwise than it was handed in. */
        public boolean isOtherwise() {
            return handedIn != null;
        }

        /** The month's value the copy was handed in with; {@code null} when it reads as it did. */
        public @Nullable BigDecimal monthThen() {
            return handedIn == null ? null : handedIn.monthValue();
        }

        /** The cumulative value the copy was handed in with; {@code null} when it reads as it did. */
        public @Nullable BigDecimal cumulativeThen() {
            return handedIn == null ? null : handedIn.cumulative();
        }

        /** The growth the copy was handed in with; {@code null} when it reads as it did. */
        public @Nullable BigDecimal growthThen() {
            return handedIn == null ? null : handedIn.growth();
        }

        /** The completion the copy was handed in with; {@code null} when it reads as it did. */
        public @Nullable BigDecimal completionThen() {
            return handedIn == null ? null : handedIn.completion();
        }

        /** Whether it waits for the county: neither issued, nor typed before the county began to issue it. */
        public boolean isAwaited() {
            return indicator.isIssued() && typed == null;
        }

        /** Whether nobody keeps it yet, and nobody typed it before. */
        public boolean isUnknown() {
            return indicator.isNotKept() && typed == null;
        }

        /** Where the county issued it. */
        public String issuedPath(UUID township) {
            return issued == null ? "" : issued.path(township);
        }

        /** The word of the status fragment for the light. */
        public String lightKind() {
            return light.kind();
        }

        public boolean isCumulativeTyped() {
            return indicator.isFlow() && indicator.typed() == TypedValue.CUMULATIVE;
        }
    }

    /** The texts of a report. */
    public record Texts(
            @Nullable Integer daysOnSite,
            String achievements,
            String absence,
            String confirmedByName,
            @Nullable Instant confirmedAt,
            String partyPart,
            String behindNote) {

        /** Confirmed, or the reason why nobody can. */
        public boolean isOwnPartSettled() {
            return !confirmedByName.isEmpty() || !absence.isBlank();
        }
    }
}
