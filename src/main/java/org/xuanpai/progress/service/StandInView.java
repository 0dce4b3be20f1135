package org.xuanpai.progress.service;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Who stands in for whom in a county, today and later.
 *
 * @param colleagues whom the reader can name
 * @param standsInFor names of those whose stand-in the reader is today; empty for none
 */
public record StandInView(List<Row> rows, List<Colleague> colleagues, String standsInFor) {

    /** A stand-in; {@code own} when the reader is the one who is away. */
    public record Row(
            UUID id, String away, String standIn, LocalDate firstDay, LocalDate lastDay, boolean now, boolean own) {}

    /** Another organizer of the county. */
    public record Colleague(UUID value, String label) {}
}
