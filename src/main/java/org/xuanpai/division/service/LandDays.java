package org.xuanpai.division.service;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Role;

/** Lets what was decided for a day happen on it: soon after midnight, and at a start for the days that were missed. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class LandDays {

    private final ReorganisationService reorganisations;

    LandDays(ReorganisationService reorganisations) {
        this.reorganisations = reorganisations;
    }

    @Scheduled(cron = "0 1 0 * * *", zone = "${xuanpai.zone}")
    void aNewDay() {
        CurrentUser importer = CurrentUser.system(Role.SYSTEM_IMPORTER);
        ScopeContext.run(importer, () -> reorganisations.bringUpToDate(importer));
    }

    @EventListener(ApplicationReadyEvent.class)
    void afterAStart() {
        aNewDay();
    }
}
