package org.xuanpai.progress.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.progress.OpenFields;
import org.xuanpai.progress.ReportField;
import org.xuanpai.progress.check.CheckSheet;
import org.xuanpai.progress.check.Figure;
import org.xuanpai.progress.check.Finding;
import org.xuanpai.progress.check.Findings;
import org.xuanpai.progress.check.ReasonKey;
import org.xuanpai.shared.Severity;

/**
 * What keeps a report from being handed in: an indicator with a yearly target that the township types and has left empty, any of
 * them when none has a target and all are empty, a part nobody has written, and what the checks found. The same answer for the
 * submission, for the page, and for what a return has to leave open.
 *
 * @param missing indicator codes in the order of the form
 * @param parts names of {@link ReportField} in the order of the form
 * @param findings in the order of the form, with the reasons given so far
 */
public record SubmissionCheck(List<String> missing, List<String> parts, Findings findings) {

    public SubmissionCheck {
        missing = List.copyOf(missing);
        parts = List.copyOf(parts);
    }

    /**
     * The parts that have to be written and are not: the two secretaries' own (clauses C3, C5), and the note where something lags
     * behind the year.
     *
     * @param ownPartSettled whether the First Secretary confirmed the own part, or it is said why nobody can
     */
    static List<String> parts(boolean ownPartSettled, String partyPart, String behindNote, boolean behind) {
        List<String> parts = new ArrayList<>();
        if (!ownPartSettled) {
            parts.add(ReportField.OWN_PART);
        }
        if (partyPart.isBlank()) {
            parts.add(ReportField.PARTY_PART);
        }
        if (behind && behindNote.isBlank()) {
            parts.add(ReportField.BEHIND_NOTE);
        }
        return parts;
    }

    /**
     * Looks at a month.
     *
     * @param parts that have to be written and are not
     * @param asked the indicators of the period
     * @param required indicators with a target
     * @param values what is typed for each, with what follows from it
     * @param reasons given so far
     * @param unchanged fields the county asked to change that are as they were
     */
    static SubmissionCheck of(
            List<String> parts,
            List<IndicatorView> asked,
            Set<String> required,
            Function<IndicatorView, FigureTable.Line> values,
            CheckSheet sheet,
            Map<ReasonKey, String> reasons,
            Collection<String> unchanged) {
        Map<String, Figure> figures = new TreeMap<>();
        asked.forEach(
                indicator -> values.apply(indicator).ifTyped(line -> figures.put(indicator.code(), line.checked())));
        List<String> typed = asked.stream()
                .filter(IndicatorView::isTyped)
                .map(IndicatorView::code)
                .toList();
        // a month without targets is not empty either
        boolean anyOfThem = typed.stream().noneMatch(code -> required.contains(code) || figures.containsKey(code));
        List<String> missing = typed.stream()
                .filter(code -> !figures.containsKey(code) && (anyOfThem || required.contains(code)))
                .toList();
        Set<String> others = asked.stream()
                .filter(indicator -> !indicator.isTyped())
                .map(IndicatorView::code)
                .collect(Collectors.toSet());
        // a township cannot answer for what others issue; it may object to it
        List<Finding> findings = sheet.findings(asked, figures, unchanged).stream()
                .filter(finding -> finding.severity() == Severity.HINT || !others.contains(finding.field()))
                .toList();
        return new SubmissionCheck(missing, parts, new Findings(findings, reasons));
    }

    /**
     * The fields a return leaves open: the marked ones, what belongs together with a marked figure (its parts, its whole, its
     * entered growth, the note on what lags behind), and whatever the copy could not be handed in with today, because a target
     * or a rule may have been confirmed since. Without a mark everything is open.
     *
     * @param asked the indicators of the period
     * @param today what would keep the returned copy from being handed in today
     */
    static OpenFields openAfterReturn(Set<String> marks, List<IndicatorView> asked, SubmissionCheck today) {
        if (marks.isEmpty()) {
            return OpenFields.all();
        }
        Set<String> open = new HashSet<>(marks);
        open.addAll(today.missing());
        open.addAll(today.parts());
        open.addAll(today.findings().openFields());
        if (asked.stream().map(IndicatorView::code).anyMatch(open::contains)) {
            open.add(ReportField.BEHIND_NOTE);
        }
        while (asked.stream().map(SubmissionCheck::family).anyMatch(family -> spreads(family, open))) {
            // until nothing more belongs to what is open
        }
        return new OpenFields(open);
    }

    private static Set<String> family(IndicatorView indicator) {
        Set<String> family = new HashSet<>(Set.of(indicator.code()));
        if (indicator.partOf() != null) {
            family.add(indicator.partOf());
        }
        indicator.enteredGrowth().ifPresent(family::add);
        return family;
    }

    private static boolean spreads(Set<String> family, Set<String> open) {
        return family.stream().anyMatch(open::contains) && open.addAll(family);
    }
}
