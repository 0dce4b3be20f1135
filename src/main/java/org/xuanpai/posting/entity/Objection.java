package org.xuanpai.posting.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.ObjectionConcluded;
import org.xuanpai.posting.ObjectionWay;
import org.xuanpai.posting.StepInFuture;
import org.xuanpai.posting.StepNotOpen;
import org.xuanpai.posting.StepsOutOfOrder;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;

/** Something somebody says against a posting. Open until it was looked into and concluded; then it stays as it is. */
@Entity
public class Objection {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private UUID postingId;

    @Column(updatable = false)
    private UUID roundId;

    @Column(updatable = false)
    private UUID countyId;

    @Column(updatable = false)
    private LocalDate receivedOn;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private ObjectionWay way;

    @Column(updatable = false)
    private boolean anonymous;

    @Column(updatable = false)
    private String content;

    private UUID handlerId;
    private String handlerName;
    private String investigation = "";
    private @Nullable String conclusion;
    private @Nullable Boolean harmless;

    @Column(updatable = false)
    private UUID recordedBy;

    @Column(updatable = false)
    private Instant recordedAt;

    private @Nullable UUID concludedBy;
    private @Nullable String concludedName;
    private @Nullable Instant concludedAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Objection() {}

    /**
     * An objection as it came, handled by whoever records it.
     *
     * @throws StepNotOpen when there is no notice, or it is announced
     * @throws StepInFuture for a day to come
     * @throws StepsOutOfOrder for a day before the notice was published
     */
    public Objection(
            Posting posting,
            LocalDate receivedOn,
            ObjectionWay way,
            boolean anonymous,
            String content,
            CurrentUser user,
            Instant now,
            LocalDate today) {
        if (posting.stateAt(now).isBeforeNotice() || !posting.stateAt(now).isOpen()) {
            throw new StepNotOpen();
        }
        if (receivedOn.isAfter(today)) {
            throw new StepInFuture(today);
        }
        if (receivedOn.isBefore(posting.notice().published())) {
            throw new StepsOutOfOrder(posting.notice().published());
        }
        this.id = Ids.next();
        this.postingId = posting.id();
        this.roundId = Objects.requireNonNull(posting.roundId());
        this.countyId = posting.countyId();
        this.receivedOn = receivedOn;
        this.way = way;
        this.anonymous = anonymous;
        this.content = content.strip();
        this.handlerId = user.accountId();
        this.handlerName = user.displayName();
        this.recordedBy = user.accountId();
        this.recordedAt = now;
    }

    /**
     * Concludes it.
     *
     * @param harmless whether it does not stand in the way of the posting
     * @throws ObjectionConcluded when that was done before
     */
    public void conclude(String investigated, String concluded, boolean harmless, CurrentUser user, Instant now) {
        if (concludedAt != null) {
            throw new ObjectionConcluded();
        }
        this.investigation = investigated.strip();
        this.conclusion = concluded.strip();
        this.harmless = harmless;
        this.concludedBy = user.accountId();
        this.concludedName = user.displayName();
        this.concludedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID postingId() {
        return postingId;
    }
}
