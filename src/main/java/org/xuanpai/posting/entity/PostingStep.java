package org.xuanpai.posting.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.StepEntry;
import org.xuanpai.posting.StepKind;
import org.xuanpai.shared.CurrentUser;

/** Something that was done, as it was recorded; it never changes. */
@Embeddable
class PostingStep {

    @Column(name = "county_id")
    private UUID countyId;

    @Enumerated(EnumType.STRING)
    private StepKind kind;

    @Column(name = "on_day")
    private LocalDate onDay;

    private String body;
    private String document;
    private String note;
    private @Nullable Integer due;
    private @Nullable Integer present;
    private @Nullable Integer agree;
    private @Nullable String waived;

    @Column(name = "recorded_by")
    private UUID recordedBy;

    @Column(name = "recorded_by_name")
    private String recordedByName;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected PostingStep() {}

    PostingStep(UUID countyId, StepKind kind, StepEntry entry, CurrentUser user, Instant now) {
        this.countyId = countyId;
        this.kind = kind;
        this.onDay = entry.onDay();
        this.body = entry.body().strip();
        this.document = entry.document().strip();
        this.note = entry.note().strip();
        StepEntry.Meeting meeting = entry.meeting();
        if (meeting != null) {
            this.due = meeting.due();
            this.present = meeting.present();
            this.agree = meeting.agree();
        }
        this.waived = entry.waived();
        this.recordedBy = user.accountId();
        this.recordedByName = user.displayName();
        this.recordedAt = now;
    }

    StepKind kind() {
        return kind;
    }

    LocalDate onDay() {
        return onDay;
    }
}
