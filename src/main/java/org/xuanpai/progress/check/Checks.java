package org.xuanpai.progress.check;

import java.time.Instant;
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
}
