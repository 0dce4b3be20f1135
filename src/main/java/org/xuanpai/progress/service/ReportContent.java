package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xuanpai.progress.check.ReasonKey;

/**
 * What a township hands over for a month, whole. Who may write which part is decided by role, not by what is filled in.
 *
 * @param figures typed values by indicator code
 * @param daysOnSite the First Secretary's days in the township; {@code null} for not stated
 * @param achievements what the First Secretary got done
 * @param behindNote why figures lag behind the year and what comes next
 * @param partyPart the Party secretary's own part (clause C5)
 * @param absence why the First Secretary does not confirm; empty when they do
 * @param reasons why figures are right although a rule wonders at them; what is not named here stays as it is
 */
public record ReportContent(
        Map<String, BigDecimal> figures,
        @Nullable Integer daysOnSite,
        String achievements,
        String behindNote,
        String partyPart,
        String absence,
        Map<ReasonKey, String> reasons) {

    public ReportContent {
        figures = Collections.unmodifiableMap(new TreeMap<>(figures));
        reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
    }

    /** Content without a reason. */
    public ReportContent(
            Map<String, BigDecimal> figures,
            @Nullable Integer daysOnSite,
            String achievements,
            String behindNote,
            String partyPart,
            String absence) {
        this(figures, daysOnSite, achievements, behindNote, partyPart, absence, Map.of());
    }

    /** The same with these reasons. */
    public ReportContent explained(Map<ReasonKey, String> why) {
        return new ReportContent(figures, daysOnSite, achievements, behindNote, partyPart, absence, why);
    }

    /** The same text for the same content, whatever the order or notation of its figures. */
    String canonical() {
        StringBuilder text = new StringBuilder();
        figures.forEach((code, value) ->
                part(text, code + "=" + value.stripTrailingZeros().toPlainString()));
        part(text, String.valueOf(daysOnSite));
        part(text, achievements);
        part(text, behindNote);
        part(text, partyPart);
        part(text, absence);
        reasons.forEach((about, reason) -> part(text, about + "=" + reason));
        return text.toString();
    }

    private static void part(StringBuilder text, String value) {
        text.append(value.length()).append(':').append(value);
    }
}
