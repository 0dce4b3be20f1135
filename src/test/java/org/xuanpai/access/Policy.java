package org.xuanpai.access;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.xuanpai.platform.database.Attempts;

/** A policy of the application's role about writing, as the catalogue has it. */
record Policy(String table, String name, String command, String using, String check) {

    private static final String ALL = """
            select c.relname, p.polname,
                   case p.polcmd when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else '' end,
                   pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)
            from pg_policy p join pg_class c on c.oid = p.polrelid
            where c.relnamespace = 'public'::regnamespace and p.polcmd <> 'r'
              and (p.polroles = '{0}' or (select oid from pg_roles where rolname = 'xuanpai_app') = any (p.polroles))
              and c.relname <> 'row_level_sample'
            order by 1, 2
            """;

    static List<Policy> ofWrites(Attempts attempts) {
        return attempts.read(ALL, 5).stream()
                .map(row -> new Policy(row[0], row[1], row[2], row[3], row[4]))
                .toList();
    }

    boolean isFor(String sql) {
        return sql.startsWith(command);
    }

    /** The policy with all of it, and with each of its conditions alone, set to {@code true}. */
    List<Without> without() {
        List<Without> all = new ArrayList<>();
        all.add(new Without(table + "." + name, altered(ifAny(using, "true"), ifAny(check, "true"))));
        List<String> reading = conjuncts(using);
        List<String> writing = conjuncts(check);
        Set<String> conditions = new LinkedHashSet<>();
        Stream.of(reading, writing)
                .flatMap(List::stream)
                .filter(condition -> !condition.equals("true"))
                .forEach(conditions::add);
        // a condition of both is one: the other half would keep what this half lets through
        for (String gone : conditions) {
            all.add(new Without(
                    table + "." + name + ": " + gone.replaceAll("\\s+", " "),
                    altered(rest(reading, gone), rest(writing, gone))));
        }
        return all;
    }

    private static String ifAny(String condition, String text) {
        return condition.isEmpty() ? "" : text;
    }

    private String altered(String newUsing, String newCheck) {
        return "alter policy " + name + " on " + table + ifAny(newUsing, " using (" + newUsing + ")")
                + ifAny(newCheck, " with check (" + newCheck + ")");
    }

    private static String rest(List<String> conditions, String gone) {
        List<String> left =
                conditions.stream().filter(condition -> !condition.equals(gone)).toList();
        return conditions.isEmpty() ? "" : left.isEmpty() ? "true" : "(" + String.join(") and (", left) + ")";
    }

    /** The conditions that are joined by and. */
    private static List<String> conjuncts(String expression) {
        List<String> parts = new ArrayList<>();
        if (expression.isEmpty()) {
            return parts;
        }
        String inner = unwrapped(expression);
        int depth = 0;
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')') {
                depth--;
            } else if (!quoted && depth == 0 && inner.startsWith(" AND ", i)) {
                parts.add(unwrapped(inner.substring(from, i)));
                from = i + " AND ".length();
            }
        }
        parts.add(unwrapped(inner.substring(from)));
        return parts;
    }

    /** The expression without the parentheses around the whole of it. */
    private static String unwrapped(String expression) {
        if (!expression.startsWith("(")) {
            return expression;
        }
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < expression.length() - 1; i++) {
            char c = expression.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (depth == 0) {
                    return expression;
                }
            }
        }
        return expression.substring(1, expression.length() - 1);
    }

    /**
     * The policy without something of it.
     *
     * @param name what is gone: the policy, or one condition of it
     * @param sql puts it into effect
     */
    record Without(String name, String sql) {}
}
