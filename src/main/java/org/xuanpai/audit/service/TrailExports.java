package org.xuanpai.audit.service;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.MayReadTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.exchange.Column;
import org.xuanpai.exchange.ExportTarget;
import org.xuanpai.exchange.TableExport;
import org.xuanpai.shared.CurrentUser;

/** The trail as a file: the entries on the screen, all pages of them. Reading it out is an entry itself. */
@Service
@Transactional
public class TrailExports {

    private static final int WIDE = 40;

    private static final TableExport<TrailEntry> ENTRIES = TableExport.of(
            "audit.title",
            Column.whole("audit.seq", TrailEntry::seq),
            Column.dateTime("audit.at", TrailEntry::at),
            Column.text("audit.actor", TrailEntry::actorName),
            Column.message("audit.role", TrailEntry::roleKey),
            Column.text("audit.unit", TrailEntry::unitName),
            Column.message("audit.action", TrailEntry::actionKey),
            Column.message("audit.outcome", TrailEntry::outcomeKey),
            Column.<TrailEntry>text("audit.subject", TrailEntry::subject).wide(WIDE),
            Column.<TrailEntry>text("audit.details", TrailEntry::details).wide(WIDE));

    private final TrailQueries queries;
    private final AuditTrail trail;

    TrailExports(TrailQueries queries, AuditTrail trail) {
        this.queries = queries;
        this.trail = trail;
    }

    /** Entries under the filter of the list. */
    @MayReadTrail
    public void export(CurrentUser user, TrailFilter filter, ExportTarget target) {
        long rows = target.write(user, ENTRIES, row -> queries.forEach(filter, row));
        TrailEvent exported =
                TrailEvent.exported("/trail", "", "", rows, target).with("filter", filter.text());
        trail.record(filter.outcome().isEmpty() ? exported : exported.with("outcome", filter.outcome()));
    }
}
