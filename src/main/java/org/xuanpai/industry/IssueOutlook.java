package org.xuanpai.industry;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Severity;

/**
 * What figures would do if they were issued.
 *
 * @param doubts what the check rules say to them, in the order of the form
 * @param approved the approved reports that would read otherwise, the earliest month first
 */
public record IssueOutlook(List<Doubt> doubts, List<Approved> approved) {

    public IssueOutlook {
        doubts = List.copyOf(doubts);
        approved = List.copyOf(approved);
    }

    /** How many of the doubts have to be looked at before the figures are issued; the others are for information. */
    public int toLookAt() {
        return (int) doubts.stream().filter(Doubt::needsALook).count();
    }

    /**
     * What a rule says to a figure. Its text is that of the report's checks.
     *
     * @param indicatorCode the changed figure it is said at
     * @param period the month it is about: the one of the figures, or the next one, which is held against it
     * @param key message key of the text
     * @param parts arguments of the message; an indicator stands for its name in the reader's language
     */
    public record Doubt(
            UUID township, String indicatorCode, Period period, Severity severity, String key, List<Object> parts) {

        public Doubt {
            parts = List.copyOf(parts);
        }

        public boolean needsALook() {
            return severity != Severity.HINT;
        }

        /** The arguments of the message for a reader. */
        public Object[] arguments(Locale locale) {
            return parts.stream()
                    .map(part -> part instanceof IndicatorView indicator ? indicator.title(locale) : part)
                    .toArray();
        }
    }

    /** An approved report: what it says of these figures changes with them. */
    public record Approved(UUID township, Period period) {}
}
