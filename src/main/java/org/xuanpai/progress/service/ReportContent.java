package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a township hands over for a month, whole. Who may write which part is decided by role, not by what is filled in.
 *
 * @param figures typed values by indicator code
 * @param daysOnSite the First Secretary's days in the township; {@code null} for not stated
 * @param achievements what the First Secretary got done
 * @param behindNote why figures lag behind the year and what comes next
 * @param partyPart the Party secretary's own part (clause C5)
 * @param absence why the First Secretary does not confirm; empty when they do
 */
public record ReportContent(
        Map<String, BigDecimal> figures,
        @Nullable Integer daysOnSite,
        String achievements,
        String behindNote,
        String partyPart,
        String absence) {

    public ReportContent {
        figures = java.util.Collections.unmodifiableMap(new TreeMap<>(figures));
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
        return text.toString();
    }

    private static void part(StringBuilder text, String value) {
        text.append(value.length()).append(':').append(value);
    }
}
