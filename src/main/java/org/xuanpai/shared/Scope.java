package org.xuanpai.shared;

import java.util.Set;
import java.util.UUID;

/**
 * The rows somebody may touch: a level and the ids of the units at that level (predecessors of a merger included). It is
 * an argument of every query; row-level security in the database repeats it underneath. No unit, no rows.
 *
 * @param level the level whose units are named
 * @param units ids of {@code division} rows of that level
 */
public record Scope(Role.Level level, Set<UUID> units) {

    public Scope {
        units = Set.copyOf(units);
    }

    /** A scope without any business row. */
    public static Scope none() {
        return new Scope(Role.Level.INSTALLATION, Set.of());
    }

    /** Everything in one county. */
    public static Scope county(UUID county) {
        return new Scope(Role.Level.COUNTY, Set.of(county));
    }

    /** One township. */
    public static Scope township(UUID township) {
        return new Scope(Role.Level.TOWNSHIP, Set.of(township));
    }

    /** One village. */
    public static Scope village(UUID village) {
        return new Scope(Role.Level.VILLAGE, Set.of(village));
    }

    /** Counties all of whose rows are in scope; empty below county level. */
    public Set<UUID> counties() {
        return unitsAt(Role.Level.COUNTY);
    }

    /** Counties one of whose bureaus this is; a bureau sees of them what was assigned to it. */
    public Set<UUID> bureaus() {
        return unitsAt(Role.Level.BUREAU);
    }

    /** Townships all of whose rows are in scope; empty at other levels. */
    public Set<UUID> townships() {
        return unitsAt(Role.Level.TOWNSHIP);
    }

    /** Villages all of whose rows are in scope; empty at other levels. */
    public Set<UUID> villages() {
        return unitsAt(Role.Level.VILLAGE);
    }

    /** {@link #counties()} as the text of a PostgreSQL array, for {@code cast(:counties as uuid[])}. */
    public String countyArray() {
        return ArrayText.of(counties());
    }

    /** {@link #bureaus()} as the text of a PostgreSQL array. */
    public String bureauArray() {
        return ArrayText.of(bureaus());
    }

    /** {@link #townships()} as the text of a PostgreSQL array, for {@code cast(:townships as uuid[])}. */
    public String townshipArray() {
        return ArrayText.of(townships());
    }

    /** {@link #villages()} as the text of a PostgreSQL array, for {@code cast(:villages as uuid[])}. */
    public String villageArray() {
        return ArrayText.of(villages());
    }

    private Set<UUID> unitsAt(Role.Level wanted) {
        return level == wanted ? units : Set.of();
    }
}
