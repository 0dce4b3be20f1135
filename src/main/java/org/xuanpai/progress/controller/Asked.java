package org.xuanpai.progress.controller;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A field that two people changed, as it is asked about at the field.
 *
 * @param byName who changed it meanwhile; empty when it was the reader, elsewhere
 * @param at when; {@code null} when that is not known
 */
record Asked(String field, String byName, @Nullable Instant at, String mine, String theirs) {}
