package org.xuanpai;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** A clock that tests set; until then, and again after each test of a context, the system's. */
public final class MutableClock extends Clock {

    private final ZoneId zone;
    private volatile @Nullable Instant instant;

    public MutableClock() {
        this(ZoneId.of("Asia/Shanghai"), null);
    }

    private MutableClock(ZoneId zone, @Nullable Instant instant) {
        this.zone = zone;
        this.instant = instant;
    }

    public void set(Instant instant) {
        this.instant = instant;
    }

    /** Local time in the clock's zone, such as {@code 2026-11-10T17:30}. */
    public void set(String localDateTime) {
        set(LocalDateTime.parse(localDateTime).atZone(zone).toInstant());
    }

    public void advance(Duration duration) {
        set(instant().plus(duration));
    }

    public void reset() {
        instant = null;
    }

    @Override
    public Instant instant() {
        Instant set = instant;
        return set == null ? Clock.systemUTC().instant() : set;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MutableClock(other, instant);
    }

    /** Takes the place of the application's clock, except in demo mode, which has a settable one itself. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        @Primary
        @ConditionalOnBooleanProperty(name = "xuanpai.demo", havingValue = false, matchIfMissing = true)
        MutableClock mutableClock() {
            return new MutableClock();
        }
    }

    static class Reset implements AfterEachCallback {

        @Override
        public void afterEach(ExtensionContext context) {
            SpringExtension.getApplicationContext(context)
                    .getBeanProvider(MutableClock.class)
                    .ifAvailable(MutableClock::reset);
        }
    }
}
