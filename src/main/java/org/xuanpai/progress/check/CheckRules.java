package org.xuanpai.progress.check;

import java.util.List;
import java.util.Optional;

/**
 * The rules that count for a month, the ones that come first in front: the county's before the installation's, those about one
 * indicator before those about all, later ones before earlier ones.
 */
public record CheckRules(List<CheckRule> rules) {

    public CheckRules {
        rules = List.copyOf(rules);
    }

    /** The rule of a kind that looks at an indicator; empty when there is none or it is switched off. */
    Optional<CheckRule> about(RuleKind kind, String code) {
        return rules.stream()
                .filter(rule -> rule.kind() == kind && rule.isAbout(code))
                .findFirst()
                .filter(CheckRule::active);
    }
}
