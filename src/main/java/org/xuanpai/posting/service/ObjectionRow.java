package org.xuanpai.posting.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.ObjectionWay;

/** An objection, for those who handle it. */
public record ObjectionRow(
        UUID id,
        LocalDate receivedOn,
        ObjectionWay way,
        boolean anonymous,
        String content,
        String handlerName,
        String investigation,
        @Nullable String conclusion,
        @Nullable Boolean harmless,
        @Nullable String concludedName,
        @Nullable Instant concludedAt) {

    public boolean isOpen() {
        return concludedAt == null;
    }

    /** Whether nothing is announced because of it. */
    public boolean isInTheWay() {
        return isOpen() || Boolean.FALSE.equals(harmless);
    }
}
