package org.xuanpai.posting.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.StepKind;
import org.xuanpai.posting.TermStart;

/** A procedure of the county, proposed or in force. */
public record ProcedureRow(
        UUID id,
        LocalDate validFrom,
        String waivable,
        int noticeDays,
        int termYears,
        TermStart termStarts,
        boolean votes,
        String hotline,
        String address,
        String reason,
        UUID proposedBy,
        String proposedByName,
        Instant proposedAt,
        @Nullable String confirmedByName,
        @Nullable Instant confirmedAt) {

    public boolean waits() {
        return confirmedAt == null;
    }

    public boolean isFrom(UUID account) {
        return proposedBy.equals(account);
    }

    public List<StepKind> waivableSteps() {
        return Arrays.stream(waivable.split(","))
                .filter(name -> !name.isEmpty())
                .map(StepKind::valueOf)
                .toList();
    }
}
