package org.xuanpai.calendar.service;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * When monthly reports are due, in {@code xuanpai.deadline.*}.
 *
 * @param day day of the next month, 1 to 28
 * @param time time of that day
 */
@ConfigurationProperties("xuanpai.deadline")
record DeadlineProperties(
        @DefaultValue("10") int day,

        @DefaultValue("17:30") @DateTimeFormat(pattern = "HH:mm")
        LocalTime time) {}
