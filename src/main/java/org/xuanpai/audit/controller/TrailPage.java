package org.xuanpai.audit.controller;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xuanpai.audit.service.TrailEntry;

/**
 * A page of the trail.
 *
 * @param rows the entries, newest first
 * @param text what was searched for
 * @param shown which outcomes are shown
 * @param newest whether nothing newer is left out
 * @param older number to go on below; {@code null} when these are the oldest
 * @param lookedTo number of the oldest entry that was looked through; {@code null} unless the search goes on below it
 */
record TrailPage(
        List<Row> rows,
        String text,
        TrailController.Shown shown,
        boolean newest,
        @Nullable Long older,
        @Nullable Long lookedTo) {

    /** An entry with what it is about and its details in words. */
    record Row(TrailEntry entry, String subject, List<TrailTexts.Detail> details) {}
}
