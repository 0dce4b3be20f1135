package org.xuanpai.progress.check;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.division.TownshipView;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/** What the rules say to a month; called inside the reports' own, permitted use cases. */
public interface Checks {

    /**
     * The rules of the month and the township's earlier months. Three queries.
     *
     * @param asOf the moment to look from, so that a copy is judged as it was when it was handed in; {@code null} for today
     */
    CheckSheet sheet(Scope scope, TownshipView township, Period period, @Nullable Instant asOf);

    /** The same for several townships of a county, as of today. Three queries, however many. */
    Map<UUID, CheckSheet> sheets(Scope scope, UUID county, Collection<UUID> townships, Period period);

    /** The rules alone that count for a month today. One query. */
    CheckRules rules(UUID county, Period period);
}
