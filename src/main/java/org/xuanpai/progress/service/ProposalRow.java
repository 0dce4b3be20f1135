package org.xuanpai.progress.service;

import java.time.Instant;
import org.xuanpai.shared.Period;

/**
 * A correction of an approved figure, or a reopening of a locked month, that waits for its second person.
 *
 * @param correction which of the two it is
 * @param township empty for a whole month
 * @param own whether the reader proposed it, who then cannot confirm it
 * @param path where it is confirmed
 */
public record ProposalRow(
        boolean correction, String township, Period period, String byName, Instant at, boolean own, String path) {}
