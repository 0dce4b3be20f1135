package org.xuanpai.division;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.xuanpai.shared.Scope;

/** What other features keep at units. Each of them that keeps something implements it; the land itself knows none of them. */
public interface HangsOnUnits {

    /** What it means for this feature that the units end on the day; a fixed number of queries. */
    List<Consequence> whenTheyEnd(Scope scope, Collection<UUID> units, LocalDate day);

    /** The last day of what is settled in these counties; how the land was until then is not changed any more. */
    default Optional<LocalDate> settledUntil(Scope scope) {
        return Optional.empty();
    }
}
