package org.xuanpai.division.service;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Role;

/**
 * Lets what was decided for a day happen on it: soon after midnight, and at a start for the days that were missed. A county
 * whose units cannot be brought up to date stops neither the others nor a start; it is tried again the next day.
 */
@Component
@ConditionalOnWebApplication
class LandDays {

    private static final Logger LOG = LoggerFactory.getLogger(LandDays.class);

    private final ReorganisationService reorganisations;

    LandDays(ReorganisationService reorganisations) {
        this.reorganisations = reorganisations;
    }

    @Scheduled(cron = "0 1 0 * * *", zone = "${xuanpai.zone}")
    void aNewDay() {
        CurrentUser importer = CurrentUser.system(Role.SYSTEM_IMPORTER);
        ScopeContext.run(importer, () -> aNewDay(importer));
    }

    @EventListener(ApplicationReadyEvent.class)
    void afterAStart() {
        aNewDay();
    }

    // All at once, because codes may go from one county to another; each county alone when that is refused.
    private void aNewDay(CurrentUser importer) {
        try {
            reorganisations.bringUpToDate(importer);
        } catch (RuntimeException refused) {
            LOG.warn("The land was not brought up to date at once; each county is tried alone", refused);
            countyByCounty(importer);
        }
    }

    private void countyByCounty(CurrentUser importer) {
        List<UUID> counties;
        try {
            counties = reorganisations.countiesBehind(importer);
        } catch (RuntimeException refused) {
            LOG.error("The land was not brought up to date", refused);
            return;
        }
        for (UUID county : counties) {
            try {
                reorganisations.bringUpToDate(importer, county);
            } catch (RuntimeException refused) {
                LOG.error("The land of county {} was not brought up to date", county, refused);
            }
        }
    }
}
