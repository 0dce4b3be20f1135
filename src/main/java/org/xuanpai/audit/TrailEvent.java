package org.xuanpai.audit;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.xuanpai.exchange.ExportTarget;

/**
 * What happened, for the trail.
 *
 * @param action the act in past tense, such as {@code report.submitted}; has a text under {@code audit.action.…}
 * @param subject what it happened to, as a person reads it: 柳渡镇 2026-10
 * @param subjectId the id of that thing, or an empty text
 * @param details further facts in the order of their names; no secrets, no personal numbers
 */
public record TrailEvent(String action, String subject, String subjectId, Map<String, String> details) {

    public TrailEvent {
        details = Collections.unmodifiableMap(new TreeMap<>(details));
    }

    public static TrailEvent of(String action, String subject, Object subjectId) {
        return new TrailEvent(action, subject, subjectId.toString(), Map.of());
    }

    /**
     * A list or page that was taken away as a file.
     *
     * @param list its address
     * @param subject what it is about; empty for a whole list
     * @param subjectId the id of that; an empty text for none
     * @param rows how many rows the file has
     */
    public static TrailEvent exported(String list, String subject, Object subjectId, long rows, ExportTarget target) {
        return of("list.exported", subject, subjectId)
                .with("list", list)
                .with("rows", rows)
                .with("format", target.format());
    }

    /** The same event with one more fact. */
    public TrailEvent with(String name, Object value) {
        Map<String, String> more = new TreeMap<>(details);
        more.put(name, value.toString());
        return new TrailEvent(action, subject, subjectId, more);
    }
}
