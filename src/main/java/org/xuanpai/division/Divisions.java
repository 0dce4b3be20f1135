package org.xuanpai.division;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/**
 * The land, as other features see it inside their own use cases. Lists are in the order of division codes, which is no
 * ranking. Questions with a scope answer for its rows only; a unit outside it looks like a missing one.
 */
public interface Divisions {

    /** Townships of the scope in being on the day. */
    List<TownshipView> townships(Scope scope, LocalDate day);

    /** One township of the scope, whether still in being or not. */
    Optional<TownshipView> township(Scope scope, UUID id);

    /** One township of the scope with its name and code of that day; of today when it was not in being. */
    Optional<TownshipView> township(Scope scope, UUID id, LocalDate day);

    /**
     * What units of the past are in that shape of the land: themselves as it was then, what they were merged into in today's.
     * One query, none for the past as it was.
     */
    Lineage lineage(Scope scope, Shape shape);

    /** Townships of the scope whose confirmed type on the day is industrial. */
    List<TownshipView> industrialTownships(Scope scope, LocalDate day);

    /** Townships of industrial type in the period: what counts is the confirmed type on its last day. */
    default List<TownshipView> industrialTownships(Scope scope, Period period) {
        return industrialTownships(scope, period.lastDay());
    }

    /** Townships of the scope that were industrial on each of several days; a day without any is missing. One query. */
    Map<LocalDate, List<TownshipView>> industrialTownships(Scope scope, Collection<LocalDate> days);

    /** Whether a township of the scope is industrial by its confirmed type on the day. */
    boolean isIndustrial(Scope scope, UUID township, LocalDate day);

    /** Villages in being on the day, per township of the scope; a township without villages has 0. */
    Map<UUID, Integer> villageCounts(Scope scope, LocalDate day);

    /** Names of units. Published reference data, so without a scope. */
    Map<UUID, String> names(Collection<UUID> ids);

    /** A unit of any level. Published reference data, so without a scope. */
    Optional<UnitView> unit(UUID id);

    /** The unit in being that has the code. Published reference data, so without a scope. */
    Optional<UnitView> unitByCode(String code);

    /** Units directly below another in being today. Published reference data, so without a scope. */
    List<UnitView> children(UUID parent);
}
