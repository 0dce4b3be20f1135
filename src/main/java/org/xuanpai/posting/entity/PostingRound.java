package org.xuanpai.posting.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;

/** Postings that go through the steps together, under the procedure their county had when it was opened. */
@Entity
public class PostingRound {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private UUID countyId;

    @Column(updatable = false)
    private String title;

    @Column(updatable = false)
    private @Nullable UUID templateId;

    @Column(updatable = false)
    private UUID openedBy;

    @Column(updatable = false)
    private String openedByName;

    @Column(updatable = false)
    private Instant openedAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected PostingRound() {}

    /** @param templateId the procedure it goes by; {@code null} for the usual one */
    public PostingRound(UUID countyId, String title, @Nullable UUID templateId, CurrentUser user, Instant now) {
        this.id = Ids.next();
        this.countyId = countyId;
        this.title = title.strip();
        this.templateId = templateId;
        this.openedBy = user.accountId();
        this.openedByName = user.displayName();
        this.openedAt = now;
    }

    /** A round for what goes on alone, under the same procedure. */
    public PostingRound split(String itsTitle, CurrentUser user, Instant now) {
        return new PostingRound(countyId, itsTitle, templateId, user, now);
    }

    public UUID id() {
        return id;
    }

    public UUID countyId() {
        return countyId;
    }

    public String title() {
        return title;
    }

    public @Nullable UUID templateId() {
        return templateId;
    }
}
