package org.xuanpai.industry.service;

import java.util.List;
import java.util.stream.Stream;
import org.xuanpai.industry.IndicatorView;

/**
 * The targets of all townships of a scope in one year, on the indicators of the cockpit.
 *
 * @param industrial industrial townships in the order of their codes
 * @param others the other ones, likewise
 */
public record TargetList(
        int year, List<IndicatorView> indicators, List<TownshipTargets> industrial, List<TownshipTargets> others) {

    /** In the order of the page. */
    public List<TownshipTargets> all() {
        return Stream.concat(industrial.stream(), others.stream()).toList();
    }

    /** The townships by type; a type without townships is left out. */
    public List<Group> groups() {
        return Stream.of(new Group("industry.list.industrial", industrial), new Group("industry.list.others", others))
                .filter(group -> !group.townships().isEmpty())
                .toList();
    }

    /** Townships of one type under the message key of its name. */
    public record Group(String titleKey, List<TownshipTargets> townships) {}

    /** Townships whose proposal waits for a second person. */
    public long waiting() {
        return all().stream().filter(township -> township.waits() != null).count();
    }

    /** Industrial townships, whose reports are held against targets, without any. */
    public long missing() {
        return industrial.stream()
                .filter(township -> township.counts() == null && township.waits() == null)
                .count();
    }
}
