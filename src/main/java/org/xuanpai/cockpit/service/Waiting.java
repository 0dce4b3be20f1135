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
 * @param targets proposed targets of others that wait for a second person
 * @param types proposed types of townships of others that wait for a second person
 * @param rules proposed rules of the checks of others that wait for a second person
 * @param years proposed years of the working-day calendar of others that wait for a second person
 * @param corrections proposed corrections of approved figures and reopenings of locked months that wait for a second person
 * @param firstYear the first of them; 0 for none
 * @param objections objections of townships to issued figures that wait for an answer
 * @param settings proposed changes of the value that is typed, of others, that wait for a second person
 * @param land proposed changes of the land by others that wait for a second person
 */
public record Waiting(
        List<Report> reports,
        long total,
        long targets,
        long types,
        long rules,
        long years,
        long corrections,
        int firstYear,
        long objections,
        long settings,
        long land) {

    /** Everything that waits. */
    public long count() {
        return total + targets + types + rules + years + corrections + objections + settings + land;
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
