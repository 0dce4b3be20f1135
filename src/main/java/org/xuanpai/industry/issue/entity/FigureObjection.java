package org.xuanpai.industry.issue.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.industry.IssuedFigure;
import org.xuanpai.industry.issue.ObjectionAnswer;
import org.xuanpai.industry.issue.ObjectionAnswered;
import org.xuanpai.industry.issue.ObjectionWithoutReason;
import org.xuanpai.industry.issue.OwnObjection;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Period;

/** A township holds an issued figure wrong and says why. The issuer answers once: with another figure, or with a reason. */
@Entity
public class FigureObjection {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    // The application's database role may update the answer, nothing else.
    @Column(updatable = false)
    private UUID countyId;

    @Column(updatable = false)
    private UUID townshipId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private FigureIssuer issuer;

    @Column(updatable = false)
    private String indicatorCode;

    @Column(updatable = false)
    private LocalDate period;

    @Column(updatable = false)
    private int figureVersion;

    @Column(updatable = false)
    private String reason;

    @Column(updatable = false)
    private UUID raisedBy;

    @Column(updatable = false)
    private String raisedByName;

    @Column(updatable = false)
    private Instant raisedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable ObjectionAnswer answer;

    private @Nullable String answerReason;
    private @Nullable UUID answeredBy;
    private @Nullable String answeredByName;
    private @Nullable Instant answeredAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected FigureObjection() {}

    /** @throws ObjectionWithoutReason without a reason */
    public FigureObjection(
            UUID countyId, UUID townshipId, IssuedFigure figure, String reason, CurrentUser user, Instant now) {
        if (reason.isBlank()) {
            throw new ObjectionWithoutReason();
        }
        this.id = Ids.next();
        this.countyId = countyId;
        this.townshipId = townshipId;
        this.issuer = figure.issuer();
        this.indicatorCode = figure.indicatorCode();
        this.period = figure.period().key();
        this.figureVersion = figure.version();
        this.reason = reason;
        this.raisedBy = user.accountId();
        this.raisedByName = user.displayName();
        this.raisedAt = now;
    }

    /**
     * The figure stays.
     *
     * @throws ObjectionWithoutReason without a reason
     * @throws ObjectionAnswered when somebody was quicker
     * @throws OwnObjection for whoever objected
     */
    public void refuse(String why, CurrentUser user, Instant now) {
        if (why.isBlank()) {
            throw new ObjectionWithoutReason();
        }
        answer(ObjectionAnswer.REFUSED, user, now);
        answerReason = why;
    }

    /**
     * The issuer issued another figure.
     *
     * @throws ObjectionAnswered when somebody was quicker
     * @throws OwnObjection for whoever objected
     */
    public void reissued(CurrentUser user, Instant now) {
        answer(ObjectionAnswer.REISSUED, user, now);
    }

    private void answer(ObjectionAnswer with, CurrentUser user, Instant now) {
        if (answer != null) {
            throw new ObjectionAnswered();
        }
        if (raisedBy.equals(user.accountId())) {
            throw new OwnObjection();
        }
        answer = with;
        answeredBy = user.accountId();
        answeredByName = user.displayName();
        answeredAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID townshipId() {
        return townshipId;
    }

    public FigureIssuer issuer() {
        return issuer;
    }

    public String indicatorCode() {
        return indicatorCode;
    }

    public Period period() {
        return Period.containing(period);
    }
}
