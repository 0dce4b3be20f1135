package org.xuanpai.industry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/** Indicators and targets for other features; called inside their own, permitted use cases. */
public interface Indicators {

    /** The indicators asked for in a period, in the order of the form. One query. */
    List<IndicatorView> askedIn(Period period);

    /** {@link #askedIn(Period)} with the value that is typed and issued in a county, as its organizers have set it. One query. */
    List<IndicatorView> askedIn(UUID county, Period period);

    /** The confirmed targets of a township and year by indicator code; empty when nothing is confirmed. One query. */
    Map<String, TargetView> targets(Scope scope, UUID townshipId, int year);

    /**
     * The indicators with a confirmed target, which a report of that year must have (clause C5), by township; one without
     * targets is left out. One query.
     */
    Map<UUID, Set<String>> targeted(Scope scope, Collection<UUID> townships, int year);
}
