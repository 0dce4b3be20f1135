package org.xuanpai.calendar.service;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xuanpai.calendar.DeadlineRule;

/** The calendar's settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeadlineProperties.class)
class CalendarConfiguration {

    @Bean
    DeadlineRule deadlineRule(DeadlineProperties deadline, Clock clock) {
        return new DeadlineRule(deadline.day(), deadline.time(), clock.getZone());
    }
}
