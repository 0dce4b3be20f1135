package org.xuanpai.platform;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one source of time. Its zone is the county's, whatever the server's is. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    @ConditionalOnBooleanProperty(name = "xuanpai.demo", havingValue = false, matchIfMissing = true)
    Clock clock(@Value("${xuanpai.zone}") ZoneId zone) {
        return Clock.system(zone);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "xuanpai.demo")
    DemoClock demoClock(@Value("${xuanpai.zone}") ZoneId zone) {
        return new DemoClock(Clock.system(zone));
    }
}
