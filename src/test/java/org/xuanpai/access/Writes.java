package org.xuanpai.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may write what into one table. A row is said as {@code column = expression}, separated by commas; what is said later comes
 * before what was said earlier. {@code :me} is whoever acts; any other name stands for an id, the same one wherever it is named.
 */
final class Writes {

    final String table;
    private final String usual;
    final List<There> there = new ArrayList<>();
    final List<Line> lines = new ArrayList<>();
    final Map<String, String> alike = new LinkedHashMap<>();

    /** A row of the table as whoever may would write it. */
    Writes(String table, String usual) {
        this.table = table;
        this.usual = usual;
    }

    /** A row that is there before anybody writes, made by its owner; to the policies it is as if this transaction had made it. */
    Writes there(String otherwise) {
        there.add(new There(insert(otherwise), false));
        return this;
    }

    /** As {@link #there}, and another transaction had made it. */
    Writes before(String otherwise) {
        there.add(new There(insert(otherwise), true));
        return this;
    }

    /** The usual row with something else in it is inserted by these, and by nobody else. */
    Writes inserted(String otherwise, Set<Who> by) {
        lines.add(new Line(table, insert(otherwise), by, Who.NONE));
        return this;
    }

    /** As {@link #inserted}, where policies let others through whom something else stops. */
    Writes inserted(String otherwise, Set<Who> by, Set<Who> stoppedOtherwise) {
        lines.add(new Line(table, insert(otherwise), by, stoppedOtherwise));
        return this;
    }

    /**
     * A statement has an effect for these, and for nobody else. Without {@code where} it needs no right to read, so it shows
     * what the policy keeps from the rows of others.
     */
    Writes changed(String sql, Set<Who> by) {
        return changed(sql, by, Who.NONE);
    }

    /**
     * As {@link #changed(String, Set)}, where policies let others through whom a trigger or a constraint stops.
     */
    Writes changed(String sql, Set<Who> by, Set<Who> stoppedOtherwise) {
        lines.add(new Line(table, sql, by, stoppedOtherwise));
        return this;
    }

    /** A check constraint that keeps two persons apart refuses the usual row with this in it. */
    Writes alike(String constraint, String otherwise) {
        alike.put(constraint, insert(otherwise));
        return this;
    }

    private String insert(String otherwise) {
        Map<String, String> row = new LinkedHashMap<>();
        for (String said : List.of(usual, otherwise)) {
            if (!said.isBlank()) {
                for (String part : said.strip().split(",\\s*(?=[a-z_]+ = )")) {
                    String[] sides = part.split(" = ", 2);
                    row.put(sides[0].strip(), sides[1].strip());
                }
            }
        }
        return "insert into " + table + " (" + String.join(", ", row.keySet()) + ") values ("
                + row.values().stream().collect(Collectors.joining(", ")) + ")";
    }

    /**
     * A row that is there.
     *
     * @param before whether it is of another transaction
     */
    record There(String sql, boolean before) {}

    /**
     * One statement.
     *
     * @param by for whom it has an effect
     * @param stoppedOtherwise whom policies let through and something else stops
     */
    record Line(String table, String sql, Set<Who> by, Set<Who> stoppedOtherwise) {

        boolean isRefusedTo(Who who) {
            return !by.contains(who) && !stoppedOtherwise.contains(who);
        }
    }
}
