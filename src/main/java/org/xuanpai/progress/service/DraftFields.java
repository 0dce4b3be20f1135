package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.xuanpai.progress.TextField;
import org.xuanpai.progress.entity.ReportDraft;

/**
 * Every filled field of a draft as plain text, by indicator code, name of a {@link TextField} or what a reason is about: what a three-way comparison
 * compares.
 */
record DraftFields(Map<String, String> filled) {

    static DraftFields of(ReportDraft draft) {
        Map<String, String> filled = new TreeMap<>();
        draft.figures().forEach((code, figure) -> filled.put(code, plain(figure)));
        draft.reasons().forEach((about, reason) -> filled.put(about.toString(), reason));
        for (TextField field : TextField.values()) {
            String text = draft.text(field);
            if (!text.isEmpty()) {
                filled.put(field.name(), text);
            }
        }
        return new DraftFields(filled);
    }

    /** The same text for the same figure. */
    static String plain(BigDecimal figure) {
        return figure.stripTrailingZeros().toPlainString();
    }

    /** What is in a field; empty for nothing. */
    String value(String field) {
        return filled.getOrDefault(field, "");
    }

    /** The fields in which the two are not the same. */
    Set<String> differences(DraftFields other) {
        Set<String> fields = new TreeSet<>(filled.keySet());
        fields.addAll(other.filled.keySet());
        fields.removeIf(field -> Objects.equals(value(field), other.value(field)));
        return fields;
    }
}
