package org.xuanpai.progress.check.controller;

import java.util.List;
import java.util.stream.Stream;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.progress.check.RuleKind;
import org.xuanpai.progress.check.service.RuleList;
import org.xuanpai.progress.check.service.RuleRow;
import org.xuanpai.shared.Period;

/**
 * The form of a change.
 *
 * @param base the rule in force that it starts from
 * @param indicators what an exception can be made for; empty where none can
 * @param months the first months it can begin with or end with
 */
record RuleProposalPage(RuleKind kind, RuleRow base, List<IndicatorView> indicators, List<Period> months) {

    private static final int MONTHS = 2 * Period.PER_YEAR;

    static RuleProposalPage of(RuleList list, RuleKind kind, String indicator) {
        return new RuleProposalPage(
                kind,
                list.startingFrom(kind, indicator),
                kind.isPerIndicator() ? list.indicators() : List.of(),
                Stream.iterate(list.month(), Period::next).limit(MONTHS).toList());
    }
}
