package org.xuanpai.progress.check.service;

import java.util.ArrayList;
import java.util.List;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.progress.check.RuleKind;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Permission;

/**
 * The rules of a county as one page shows them.
 *
 * @param month the month that is being reported, for which {@link #inForce} are
 * @param indicators what rules can be about
 * @param all every rule, the ones that come first in front
 */
public record RuleList(CurrentUser reader, Period month, List<IndicatorView> indicators, List<RuleRow> all) {

    public boolean mayEdit() {
        return reader.may(Permission.EDIT_CHECKS);
    }

    /** What counts for the month, in the order of the kinds. */
    public List<RuleRow> inForce() {
        List<RuleRow> first = new ArrayList<>();
        for (RuleKind kind : RuleKind.values()) {
            all.stream()
                    .filter(row -> row.rule().kind() == kind && !row.waits() && row.covers(month))
                    .filter(row -> first.stream().noneMatch(row::isLike))
                    .forEach(first::add);
        }
        return first;
    }

    /** What waits for a second person. */
    public List<RuleRow> waiting() {
        return all.stream().filter(RuleRow::waits).toList();
    }

    /** What is confirmed and begins later. */
    public List<RuleRow> later() {
        return all.stream()
                .filter(row -> !row.waits() && row.from().compareTo(month) > 0)
                .toList();
    }

    /** What the county had before. */
    public List<RuleRow> earlier() {
        List<RuleRow> now = inForce();
        return all.stream()
                .filter(row -> !row.waits() && !row.shipped() && row.from().compareTo(month) <= 0)
                .filter(row -> !now.contains(row))
                .toList();
    }

    /** The rule of a kind about an indicator, or about all of them, that a change starts from. */
    public RuleRow startingFrom(RuleKind kind, String code) {
        List<RuleRow> ofKind =
                inForce().stream().filter(row -> row.rule().kind() == kind).toList();
        return ofKind.stream()
                .filter(row -> row.indicatorCode().equals(code))
                .findFirst()
                .orElseGet(() -> ofKind.get(ofKind.size() - 1));
    }
}
