package org.xuanpai.cockpit.service;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.xuanpai.progress.Due;
import org.xuanpai.shared.Period;

/**
 * What waits for an organizer.
 *
 * @param reports the reports that wait longest for a review
 * @param total how many wait
 * @param second what others did and waits for a second person, by kind
 */
public record Waiting(List<Report> reports, long total, List<Second> second) {

    /** Everything that waits. */
    public long count() {
        return total + second.stream().mapToLong(Second::count).sum();
    }

    /** Proposals of others that wait for their second person, objections for their answer, in the order of the page. */
    public enum Kind {
        /** Yearly targets. */
        TARGETS,
        /** Types of townships. */
        TYPE,
        /** Rules of the checks. */
        CHECK,
        /** Years of the working-day calendar. */
        CALENDAR,
        /** Corrections of approved figures. */
        CORRECTION,
        /** Reopenings of locked months. */
        REOPENING,
        /** Which value of a figure is typed. */
        TYPED,
        /** Changes of the land. */
        LAND,
        /** A published list that one organizer looked at. */
        IMPORT,
        /** Objections of townships to issued figures. */
        OBJECTION,
        /** Postings that were entered afterwards. */
        TAKE_OVER,
        /** Procedures of appointment. */
        PROCEDURE,
        /** Terms that end within 60 days, or should have ended. */
        TERM
    }

    /**
     * What waits, of one kind.
     *
     * @param firstYear the first year it is about; 0 for none
     * @param since since when the oldest waits
     */
    public record Second(Kind kind, long count, int firstYear, Instant since) {

        /** Where it is decided. */
        public String path() {
            return switch (kind) {
                case TARGETS -> "/targets";
                case TYPE -> "/divisions";
                case CHECK -> "/checks";
                case CALENDAR -> "/calendar?year=" + firstYear;
                case CORRECTION, REOPENING -> "/progress/reviews";
                case TYPED -> "/industry/issued/settings";
                case IMPORT -> "/divisions/import";
                case LAND -> "/divisions/reorganisations";
                case OBJECTION -> "/industry/issued";
                case TAKE_OVER, TERM -> "/postings";
                case PROCEDURE -> "/postings/template";
            };
        }

        /** Message key of what it is. */
        public String key() {
            return "cockpit.waiting.second." + kind;
        }
    }

    /**
     * A report that waits for a review.
     *
     * @param number which submission it is
     * @param due until when the county should have answered
     */
    public record Report(UUID townshipId, String township, Period period, int number, Instant since, Due due) {

        /** Where it is reviewed. */
        public String path() {
            return "/progress/reviews/" + townshipId + "/" + period;
        }
    }
}
