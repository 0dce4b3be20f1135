package org.xuanpai.progress.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.xuanpai.shared.Severity;

/**
 * What the rules found in a report, with the reasons given so far. A reason whose finding has vanished is not shown and not
 * frozen.
 *
 * @param all in the order of the form
 * @param reasons by what they are about
 */
public record Findings(List<Finding> all, Map<ReasonKey, String> reasons) {

    public Findings {
        all = List.copyOf(all);
        Map<ReasonKey, String> needed = new TreeMap<>();
        for (Finding finding : all) {
            String reason = reasons.getOrDefault(finding.reasonKey(), "");
            if (finding.needsReason() && !reason.isBlank()) {
                needed.put(finding.reasonKey(), reason);
            }
        }
        reasons = Collections.unmodifiableMap(needed);
    }

    public static Findings none() {
        return new Findings(List.of(), Map.of());
    }

    /** Those that stand at a field, the gravest first. */
    public List<Finding> at(String field) {
        return all.stream()
                .filter(finding -> finding.field().equals(field))
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }

    /** The gravest severity at a field as a word of the status fragment; empty for none. */
    public String kindAt(String field) {
        return at(field).stream().findFirst().map(Finding::severityKind).orElse("");
    }

    public List<Finding> of(Severity severity) {
        return all.stream().filter(finding -> finding.severity() == severity).toList();
    }

    public List<Finding> blocking() {
        return of(Severity.BLOCK);
    }

    public List<Finding> needingReason() {
        return of(Severity.REASON);
    }

    public List<Finding> hints() {
        return of(Severity.HINT);
    }

    /** The reason given; empty while there is none. */
    public String reason(Finding finding) {
        return reasons.getOrDefault(finding.reasonKey(), "");
    }

    public boolean isMissing(Finding finding) {
        return finding.needsReason() && reason(finding).isEmpty();
    }

    /** Those that still wait for their reason. */
    public List<Finding> missingReasons() {
        return all.stream().filter(this::isMissing).toList();
    }

    /** What is to be done before the report can be handed in, in the order of the form. */
    public List<Finding> open() {
        return all.stream()
                .filter(finding -> finding.isBlocking() || isMissing(finding))
                .toList();
    }

    /** The fields on which something is to be done before the report can be handed in. */
    public Set<String> openFields() {
        List<String> fields = new ArrayList<>();
        for (Finding finding : open()) {
            fields.add(finding.field());
            if (finding.isBlocking()) {
                fields.addAll(finding.others());
            }
        }
        return new LinkedHashSet<>(fields);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }
}
