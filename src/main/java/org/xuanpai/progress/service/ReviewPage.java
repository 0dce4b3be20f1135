package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xuanpai.division.TownshipView;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.progress.Due;
import org.xuanpai.progress.FieldShare;
import org.xuanpai.progress.Light;
import org.xuanpai.progress.OpenObjection;
import org.xuanpai.progress.ReportStatus;
import org.xuanpai.progress.check.Findings;
import org.xuanpai.shared.Period;

/**
 * A submitted copy beside the one before it, for whoever judges it.
 *
 * @param number the copy to judge
 * @param share how much of it was typed; {@code null} for a copy made before that was counted
 * @param own whether the reader had a part in it, who then cannot judge it
 * @param asked what the county asked for last time; empty for a first submission
 * @param due until when the county should have answered; {@code null} when it has
 * @param figures every figure, in the order of the form
 * @param texts every text, in the order of the form
 * @param objections the township's open objections to issued figures of the month
 * @param findings what the checks found in the copy when it was handed in, with the reasons given
 * @param queue everything that waits for a review, this report included
 */
public record ReviewPage(
        TownshipView township,
        Period period,
        ReportStatus status,
        int number,
        String submittedByName,
        Instant submittedAt,
        @Nullable FieldShare share,
        @Nullable Instant previousAt,
        boolean own,
        boolean late,
        @Nullable Due due,
        Optional<AskedAgain> asked,
        List<FigureChange> figures,
        List<TextChange> texts,
        List<OpenObjection> objections,
        Findings findings,
        List<HistoryItem> history,
        List<QueueRow> queue) {

    /** Names of the figures by code, for the error summary. */
    public Map<String, String> names(Locale locale) {
        return figures.stream()
                .map(FigureChange::indicator)
                .collect(Collectors.toMap(IndicatorView::code, indicator -> indicator.title(locale)));
    }

    /** What an objection is about. */
    public IndicatorView indicator(OpenObjection objection) {
        return figures.stream()
                .map(FigureChange::indicator)
                .filter(indicator -> indicator.code().equals(objection.indicatorCode()))
                .findFirst()
                .orElseThrow();
    }

    /** Whether it can still be judged. */
    public boolean isWaiting() {
        return status == ReportStatus.SUBMITTED;
    }

    /** Whether there is an earlier copy to compare with. */
    public boolean hasPrevious() {
        return number > 1;
    }

    public List<FigureChange> askedFigures() {
        return figures.stream().filter(FigureChange::isAsked).toList();
    }

    public List<TextChange> askedTexts() {
        return texts.stream().filter(TextChange::isAsked).toList();
    }

    /** What changed without being asked for. */
    public List<FigureChange> otherFigures() {
        return hasPrevious()
                ? figures.stream()
                        .filter(line -> line.changed() && !line.isAsked())
                        .toList()
                : List.of();
    }

    public List<TextChange> otherTexts() {
        return hasPrevious()
                ? texts.stream()
                        .filter(text -> text.changed() && !text.isAsked())
                        .toList()
                : List.of();
    }

    /** Everything else: as it was, or the whole report when it is the first copy. */
    public List<FigureChange> restFigures() {
        return hasPrevious()
                ? figures.stream()
                        .filter(line -> !line.changed() && !line.isAsked())
                        .toList()
                : figures;
    }

    public List<TextChange> restTexts() {
        return hasPrevious()
                ? texts.stream()
                        .filter(text -> !text.changed() && !text.isAsked())
                        .toList()
                : texts;
    }

    /** Figures whose derived values changed along. */
    public List<FigureChange> recalculated() {
        return figures.stream().filter(FigureChange::isRecalculated).toList();
    }

    /** What was asked for and reads as before; the reviewer says what to think of it, nothing is preset. */
    public List<String> leftAsItWas() {
        return Stream.concat(
                        askedFigures().stream()
                                .filter(FigureChange::isLeftAsItWas)
                                .map(FigureChange::field),
                        askedTexts().stream().filter(TextChange::isLeftAsItWas).map(TextChange::field))
                .toList();
    }

    public long askedCount() {
        return askedFigures().size() + askedTexts().size();
    }

    public long askedAndChanged() {
        return askedFigures().stream().filter(FigureChange::changed).count()
                + askedTexts().stream().filter(TextChange::changed).count();
    }

    public int fieldCount() {
        return figures.size() + texts.size();
    }

    /** The report before this one in the queue. */
    public Optional<QueueRow> previousInQueue() {
        int at = place();
        return at > 0 ? Optional.of(queue.get(at - 1)) : Optional.empty();
    }

    /** The report after this one in the queue. */
    public Optional<QueueRow> nextInQueue() {
        int at = place();
        return at >= 0 && at < queue.size() - 1 ? Optional.of(queue.get(at + 1)) : Optional.empty();
    }

    private int place() {
        for (int i = 0; i < queue.size(); i++) {
            if (queue.get(i).townshipId().equals(township.id())
                    && queue.get(i).period().equals(period)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * One figure, then and now.
     *
     * @param before the line of the copy before; every value {@code null} for a first copy
     * @param now the line of this copy
     * @param note what the county wrote at it last time; {@code null} when it was not marked
     */
    public record FigureChange(
            IndicatorView indicator,
            ReportPage.Line before,
            ReportPage.Line now,
            boolean changed,
            @Nullable String note) {

        public String field() {
            return indicator.code();
        }

        public boolean isAsked() {
            return note != null;
        }

        /** Whether it was asked for and nothing changed. */
        public boolean isLeftAsItWas() {
            return isAsked() && !changed;
        }

        /** The difference with its sign; {@code null} when one of the two is missing. */
        public @Nullable BigDecimal delta() {
            return difference(before.typed(), now.typed());
        }

        public @Nullable BigDecimal completionDelta() {
            return difference(before.completion(), now.completion());
        }

        /** Whether completion moved, which nobody has to judge. */
        public boolean isRecalculated() {
            BigDecimal delta = completionDelta();
            return changed && delta != null && delta.signum() != 0;
        }

        public boolean isLightChanged() {
            return before.light() != now.light() && before.light() != Light.NONE;
        }

        private static @Nullable BigDecimal difference(@Nullable BigDecimal old, @Nullable BigDecimal fresh) {
            return old == null || fresh == null ? null : fresh.subtract(old);
        }
    }

    /**
     * A text that is judged as one, with its parts.
     *
     * @param field a name of {@link org.xuanpai.progress.ReportField}
     * @param parts its parts, each then and now
     */
    public record TextChange(
            String field,
            List<Part> parts,
            boolean changed,
            @Nullable String note) {

        public boolean isAsked() {
            return note != null;
        }

        /** Whether it was asked for and nothing changed. */
        public boolean isLeftAsItWas() {
            return isAsked() && !changed;
        }

        /** Whether nobody wrote anything. */
        public boolean isEmpty() {
            return parts.stream().allMatch(part -> part.now().isEmpty());
        }
    }

    /** A part of a text; {@code labelKey} is its message key. */
    public record Part(String labelKey, String before, String now) {

        public boolean isEmpty() {
            return before.isEmpty() && now.isEmpty();
        }
    }
}
