package org.xuanpai.progress.service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.progress.KeptSends;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Role;

/**
 * Forgets at night what makes a repeated send have one effect ({@link SubmitTokens}, {@link FieldIntents}) once it is so old that
 * nobody repeats it. Whoever does is told that the page is out of date, or that the report is with the county.
 */
@Component
@ConditionalOnWebApplication
class OldSends {

    /** So many of each kind in a transaction, for others wait for what it deletes. */
    static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final KeptSends kept;
    private final AuditTrail trail;
    private final Clock clock;

    OldSends(JdbcClient jdbc, PlatformTransactionManager transactions, KeptSends kept, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.kept = kept;
        this.trail = trail;
        this.clock = clock;
    }

    @Scheduled(cron = "0 17 2 * * *", zone = "${xuanpai.zone}")
    void aNewDay() {
        LocalDate day = LocalDate.now(clock).minusDays(kept.days());
        Instant before = day.atStartOfDay(clock.getZone()).toInstant();
        ScopeContext.run(CurrentUser.system(Role.SYSTEM_KEEPER), () -> {
            int forgotten;
            do {
                Integer some = transaction.execute(batch -> forget(day, before));
                forgotten = some == null ? 0 : some;
            } while (forgotten > 0);
        });
    }

    private int forget(LocalDate day, Instant before) {
        int forgotten = jdbc.sql("select forget_sends(:before, :most)")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", AT_ONCE)
                .query(Integer.class)
                .single();
        if (forgotten > 0) {
            trail.record(
                    TrailEvent.of("report.sendsForgotten", day.toString(), "").with("count", forgotten));
        }
        return forgotten;
    }
}
