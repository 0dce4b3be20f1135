package org.xuanpai.progress.service;

import java.time.Instant;

/**
 * A step that was taken with a report.
 *
 * @param kind {@code SUBMITTED}, {@code RETURNED} or {@code APPROVED}
 * @param number the copy it was about
 */
public record HistoryItem(String kind, int number, String byName, Instant at, String reason) {}
