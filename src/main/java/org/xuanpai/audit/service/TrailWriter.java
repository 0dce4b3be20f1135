package org.xuanpai.audit.service;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.OpenToAll;

/**
 * Keeps the entries of a transaction and writes them last before its commit, after JPA has flushed: the chain's tip is a
 * single row that every appender locks, so it must be held for a moment only. If an entry cannot be written, the act fails.
 */
@Service
public class TrailWriter implements AuditTrail {

    /** Controls (line breaks kept), lone surrogates, and what turns the direction of reading. */
    private static final Pattern UNREADABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF&&[^\\n]]");

    private static final int LONGEST_SUBJECT = 400;
    private static final int LONGEST_DETAILS = 8_000;

    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final Clock clock;

    TrailWriter(JdbcClient jdbc, EntityManager entities, Clock clock) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    @OpenToAll("adds to the trail of an act that was permitted already")
    public void record(TrailEvent event) {
        add(event, "DONE", ScopeContext.current().orElse(null));
    }

    /** Adds an act of somebody who does not act in this thread yet, such as a log-in. */
    void recordAs(TrailEvent event, CurrentUser user) {
        add(event, "DONE", user);
    }

    /** Adds what was refused to the current transaction, which is not the one of the refused act. */
    void recordRefusal(TrailEvent event, @Nullable CurrentUser user, boolean slip) {
        add(event, slip ? "SLIP" : "REFUSED", user);
    }

    private void add(TrailEvent event, String outcome, @Nullable CurrentUser user) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an act outside a transaction cannot enter the trail: " + event.action());
        }
        pending().entries.add(new Pending(event, outcome, user));
    }

    private PendingEntries pending() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(PendingEntries.class::isInstance)
                .map(PendingEntries.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    PendingEntries fresh = new PendingEntries();
                    TransactionSynchronizationManager.registerSynchronization(fresh);
                    return fresh;
                });
    }

    private void insert(Pending pending) {
        CurrentUser user = pending.user();
        TrailEvent event = pending.event();
        jdbc.sql("""
                        insert into trail_entry (at, actor_id, actor_name, role, unit_name, action, outcome, subject, subject_id, details)
                        values (:at, :actor, :name, :role, :unit, :action, :outcome, :subject, :subjectId, :details)
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", user == null ? null : user.accountId())
                .param("name", user == null ? "" : user.displayName())
                .param("role", user == null ? "" : user.role().name())
                .param("unit", user == null ? "" : user.unitName())
                .param("action", event.action())
                .param("outcome", pending.outcome())
                .param("subject", clean(event.subject(), LONGEST_SUBJECT))
                .param("subjectId", clean(event.subjectId(), LONGEST_SUBJECT))
                .param("details", clean(lines(event.details()), LONGEST_DETAILS))
                .update();
    }

    private static String lines(Map<String, String> details) {
        return details.entrySet().stream()
                .map(fact -> fact.getKey() + "=" + fact.getValue().replaceAll("\\R", " "))
                .collect(Collectors.joining("\n"));
    }

    /** Without characters that PostgreSQL or a reader would trip over, and not longer than its column. */
    private static String clean(String text, int longest) {
        String printable = UNREADABLE.matcher(text).replaceAll("?");
        int length = printable.codePointCount(0, printable.length());
        return length <= longest ? printable : printable.substring(0, printable.offsetByCodePoints(0, longest));
    }

    private record Pending(
            TrailEvent event, String outcome, @Nullable CurrentUser user) {}

    private final class PendingEntries implements TransactionSynchronization {

        private final List<Pending> entries = new ArrayList<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            entities.flush();
            entries.forEach(TrailWriter.this::insert);
            entries.clear();
        }
    }
}
