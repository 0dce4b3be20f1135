package org.xuanpai.posting.service;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.StepKind;

/** A step as it was recorded. */
public record StepRow(
        StepKind kind,
        LocalDate onDay,
        String body,
        String document,
        String note,
        @Nullable Integer due,
        @Nullable Integer present,
        @Nullable Integer agree,
        @Nullable String waived,
        String recordedByName,
        Instant recordedAt) {

    /** Whether a paper belongs to it and its number is missing. */
    public boolean lacksDocument() {
        return document.isBlank()
                && waived == null
                && switch (kind) {
                    case CITY_CONSENTED, DECIDED, NOTICE, APPOINTMENT, TAKEN_OVER, EXTENDED, ENDED -> true;
                    default -> false;
                };
    }
}
