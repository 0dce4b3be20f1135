package org.xuanpai.platform.transport;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.xuanpai.platform.Launcher;

/** Makes the own certificate anew in time where nobody restarts the application for a year, and says the new fingerprint. */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(Launcher.OWN_CERTIFICATE)
class CertificateDays {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateDays.class);

    private final Environment environment;
    private final Clock clock;
    private String fingerprint;

    CertificateDays(Environment environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
        this.fingerprint = environment.getRequiredProperty(Launcher.OWN_CERTIFICATE);
    }

    @Scheduled(cron = "0 7 3 * * *", zone = "${xuanpai.zone}")
    synchronized void aNewDay() {
        String now = OwnCertificate.of(environment, clock.instant()).fingerprint();
        if (!now.equals(fingerprint)) {
            fingerprint = now;
            LOG.warn("The application has made itself a new certificate, SHA-256 {}", now);
        }
    }
}
