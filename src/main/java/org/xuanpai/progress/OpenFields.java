package org.xuanpai.progress;

import java.util.Set;

/**
 * The fields a township may change: all of them, or after a return with marks the marked ones only.
 *
 * @param marked indicator codes and names of {@link ReportField}; empty for no restriction
 */
public record OpenFields(Set<String> marked) {

    public OpenFields {
        marked = Set.copyOf(marked);
    }

    public static OpenFields all() {
        return new OpenFields(Set.of());
    }

    public boolean includes(String field) {
        return marked.isEmpty() || marked.contains(field);
    }

    /** @throws FieldNotOpen when the field is not among them */
    public void mustInclude(String field) {
        if (!includes(field)) {
            throw new FieldNotOpen(field);
        }
    }
}
