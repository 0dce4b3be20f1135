package org.xuanpai.posting.people.service;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.people.OfficeKind;

/**
 * An office that somebody is said to hold.
 *
 * @param township where; {@code null} for offices of the county
 * @param title as written in full, 1 to 100 characters
 * @param from first day
 * @param to first day on which it is held no more; {@code null} while it is held
 */
public record ProposeOffice(
        OfficeKind kind,
        @Nullable UUID township,
        String title,
        LocalDate from,
        @Nullable LocalDate to) {}
