package org.xuanpai.posting.people.service;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.people.AssignmentKind;

/**
 * A liaison or secondment as it is entered.
 *
 * @param village name or code of a village of the township; empty when it is the township itself
 * @param from first day
 * @param to first day on which it is no more; {@code null} while it lasts
 * @param document number of the paper that says so, 1 to 100 characters
 */
public record ProposeAssignment(
        AssignmentKind kind,
        UUID township,
        String village,
        LocalDate from,
        @Nullable LocalDate to,
        String document) {}
