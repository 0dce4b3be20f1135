package org.xuanpai.account.service;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xuanpai.exchange.Csv;
import org.xuanpai.platform.DemoFile;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.Role;

/**
 * A person of the demo county with one duty; who holds two stands in the list twice, the first duty first.
 *
 * @param unitCode where the duty is held; empty for administrators
 * @param unitName the office, where it is not called as its unit
 * @param figures the right FIGURES of a bureau; {@code null} for none
 */
record DemoPerson(
        String username,
        String name,
        Role role,
        String unitCode,
        String unitName,
        @Nullable FigureIssuer figures) {

    private static final int FIGURES = 5;

    static List<DemoPerson> all() {
        return Csv.parse(DemoFile.text("people.csv")).stream()
                .skip(1)
                .map(row -> new DemoPerson(
                        row.get(0), row.get(1), Role.valueOf(row.get(2)), row.get(3), row.get(4), figures(row)))
                .toList();
    }

    private static @Nullable FigureIssuer figures(List<String> row) {
        return row.size() > FIGURES && !row.get(FIGURES).isEmpty() ? FigureIssuer.valueOf(row.get(FIGURES)) : null;
    }

    /** Whether somebody grants it; administrators begin with the set-up, First Secretaries with their posting. */
    boolean isGrantedByHand() {
        return !isAdministrator() && !Role.BY_POSTING.contains(role);
    }

    boolean isAdministrator() {
        return Role.ADMINISTRATORS.contains(role);
    }
}
