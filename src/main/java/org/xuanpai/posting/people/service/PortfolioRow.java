package org.xuanpai.posting.people.service;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A field of work somebody is or was in charge of.
 *
 * @param enteredByName who entered it
 * @param endedByName who entered its end; {@code null} for nobody, also when it was entered with its end
 */
public record PortfolioRow(
        UUID id,
        String work,
        LocalDate from,
        @Nullable LocalDate to,
        String enteredByName,
        @Nullable String endedByName)
        implements Lasting {}
