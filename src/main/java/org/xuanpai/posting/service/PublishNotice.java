package org.xuanpai.posting.service;

import java.time.LocalDate;

/**
 * A notice is published.
 *
 * @param document its number, or the number of the notice that covers the round
 * @param covered whether another notice covers it
 * @param published the day it was published
 * @param from the first day that counts
 * @param body who published it
 */
public record PublishNotice(String document, boolean covered, LocalDate published, LocalDate from, String body) {}
