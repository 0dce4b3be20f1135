package org.xuanpai.posting.service;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.exchange.Column;
import org.xuanpai.exchange.ExportTarget;
import org.xuanpai.exchange.TableExport;
import org.xuanpai.posting.MayReadPostings;
import org.xuanpai.posting.PostingFilter;
import org.xuanpai.shared.CurrentUser;

/** The list of postings as a file: the rows on the screen. */
@Service
@Transactional
public class PostingExports {

    private static final int WIDE = 22;

    private static final TableExport<PostingRow> POSTINGS = TableExport.of(
            "posting.list.title",
            Column.text("division.code", PostingRow::code),
            Column.<PostingRow>text("posting.township", PostingRow::township).wide(WIDE),
            Column.text("posting.person", PostingRow::personName),
            Column.message("posting.kind", row -> row.id() == null ? null : "posting.kind.POSTING"),
            Column.message("posting.state", PostingRow::stateKey),
            Column.date("posting.termFrom", PostingRow::termFrom),
            Column.date("posting.expectedEnd", PostingRow::expectedEnd),
            Column.date("posting.endedOn", PostingRow::endedOn),
            Column.message("posting.end", PostingRow::endKey),
            Column.message("posting.kept", PostingRow::keptKey));

    private final PostingQueries postings;
    private final AuditTrail trail;

    PostingExports(PostingQueries postings, AuditTrail trail) {
        this.postings = postings;
        this.trail = trail;
    }

    /** The postings that the reader sees under the filter. */
    @MayReadPostings
    public void export(CurrentUser user, PostingFilter filter, ExportTarget target) {
        long rows = target.write(user, POSTINGS, row -> postings.forEach(user, filter, row));
        trail.record(TrailEvent.exported("/postings", "", "", rows, target).with("filter", filter));
    }
}
