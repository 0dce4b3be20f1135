package org.xuanpai.progress;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many working days a report may stay in somebody's hands; shown as a date, nothing happens by itself.
 *
 * @param review for the county to return or approve
 * @param correction for the township to hand in again after a return, never less than the month's own deadline
 */
@ConfigurationProperties("xuanpai.handling")
public record HandlingDays(
        @DefaultValue("3") int review, @DefaultValue("3") int correction) {}
