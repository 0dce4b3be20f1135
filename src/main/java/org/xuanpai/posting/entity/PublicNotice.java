package org.xuanpai.posting.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.xuanpai.posting.NoticeTooEarly;
import org.xuanpai.posting.ProcedureView;

/** The public notice of a posting. Its last day is counted by the calendar whenever it is asked for, and stored nowhere. */
@Embeddable
public class PublicNotice {

    @Column(name = "notice_document")
    private String document;

    @Column(name = "notice_covered")
    private boolean covered;

    @Column(name = "notice_published")
    private LocalDate published;

    @Column(name = "notice_from")
    private LocalDate from;

    @Column(name = "notice_days")
    private int days;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected PublicNotice() {}

    /**
     * A notice.
     *
     * @param document its number, or the number of the notice that covers it
     * @param covered whether another notice covers it
     * @param from the first day that counts
     * @throws NoticeTooEarly when it would run before it was published
     */
    public PublicNotice(
            String document, boolean covered, LocalDate published, LocalDate from, ProcedureView procedure) {
        if (from.isBefore(published)) {
            throw new NoticeTooEarly(published);
        }
        this.document = document.strip();
        this.covered = covered;
        this.published = published;
        this.from = from;
        this.days = Math.max(procedure.noticeDays(), ProcedureView.SHORTEST_NOTICE);
    }

    public LocalDate from() {
        return from;
    }

    /** How many working days it runs. */
    public int days() {
        return days;
    }

    LocalDate published() {
        return published;
    }
}
