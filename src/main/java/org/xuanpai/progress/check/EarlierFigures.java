package org.xuanpai.progress.check;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/**
 * Where the checks have the months before from. The reports answer, so that a rule and the form beside it look at the same
 * figures: corrected, issued, and those of townships that were merged since as one.
 */
public interface EarlierFigures {

    /**
     * A township's months before a period. Two queries.
     *
     * @param months how many calendar months to look back
     * @param asOf the moment to look from; {@code null} for now
     */
    EarlierMonths before(Scope scope, UUID township, Period period, int months, @Nullable Instant asOf);

    /** The same of several townships; one that has none is there with none. Two queries, however many. */
    Map<UUID, EarlierMonths> before(
            Scope scope, Collection<UUID> townships, Period period, int months, @Nullable Instant asOf);
}
