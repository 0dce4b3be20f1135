package org.xuanpai.progress.service;

import org.jspecify.annotations.Nullable;

/**
 * What a township handed in the month before, beside the fields it fills in now.
 *
 * @param daysOnSite the First Secretary's days; {@code null} for not stated
 * @param behindNote causes and next steps
 */
public record EarlierTexts(@Nullable Integer daysOnSite, String behindNote) {

    static final EarlierTexts NONE = new EarlierTexts(null, "");
}
