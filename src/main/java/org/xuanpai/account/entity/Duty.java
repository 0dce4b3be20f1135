package org.xuanpai.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.account.DutyUnit;
import org.xuanpai.account.FiguresForBureausOnly;
import org.xuanpai.account.GivenByPosting;
import org.xuanpai.account.SelfGranted;
import org.xuanpai.account.WrongUnitForRole;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Role;

/** A role at a unit for a time: the only source of rights. */
@Entity
public class Duty {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private UUID accountId;

    @Enumerated(EnumType.STRING)
    private Role role;

    private @Nullable UUID unitId;
    private String unitName;
    private @Nullable UUID countyId;
    private @Nullable UUID townshipId;
    private @Nullable UUID villageId;

    @Enumerated(EnumType.STRING)
    private @Nullable FigureIssuer figures;

    private Instant validFrom;
    private @Nullable Instant validTo;
    private @Nullable UUID grantedBy;
    private String grantedByName;
    private @Nullable String endedByName;

    /** The posting it follows from; such a duty is written with the posting and never here. */
    @Column(insertable = false, updatable = false)
    private @Nullable UUID postingId;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Duty() {}

    /**
     * Grants a role.
     *
     * @param unit where it is held; {@link DutyUnit#installation()} for administrators
     * @param figures the right FIGURES of a bureau; {@code null} for none
     * @throws FiguresForBureausOnly when another role is to have that right
     * @throws GivenByPosting for a role that follows from a posting
     * @throws SelfGranted when somebody grants a duty to the own account
     * @throws WrongUnitForRole when the unit is of another level than the role
     */
    public Duty(
            UUID accountId,
            Role role,
            DutyUnit unit,
            @Nullable FigureIssuer figures,
            Instant validFrom,
            CurrentUser granter) {
        if (granter.accountId().equals(accountId)) {
            throw new SelfGranted();
        }
        if (role.isSystem()) {
            throw new IllegalArgumentException(role + " is never granted to a person");
        }
        if (Role.BY_POSTING.contains(role)) {
            throw new GivenByPosting();
        }
        if (!unit.fits(role)) {
            throw new WrongUnitForRole(unit.name());
        }
        if (figures != null && role != Role.BUREAU) {
            throw new FiguresForBureausOnly();
        }
        this.id = Ids.next();
        this.accountId = accountId;
        this.role = role;
        this.unitId = unit.id();
        this.unitName = unit.name();
        this.countyId = unit.countyId();
        this.townshipId = unit.townshipId();
        this.villageId = unit.villageId();
        this.figures = figures;
        this.validFrom = validFrom;
        this.grantedBy = granter.role().isSystem() ? null : granter.accountId();
        this.grantedByName = granter.displayName();
    }

    /**
     * Ends the duty at an instant; a duty that has not begun ends before it begins.
     *
     * @throws GivenByPosting when it follows from a posting
     */
    public void end(Instant at, CurrentUser ender) {
        if (postingId != null) {
            throw new GivenByPosting();
        }
        if (validTo == null || validTo.isAfter(at)) {
            validTo = at.isBefore(validFrom) ? validFrom : at;
            endedByName = ender.displayName();
        }
    }

    public UUID id() {
        return id;
    }

    public UUID accountId() {
        return accountId;
    }

    public Role role() {
        return role;
    }

    public String unitName() {
        return unitName;
    }

    public boolean isValidAt(Instant at) {
        return !validFrom.isAfter(at) && (validTo == null || validTo.isAfter(at));
    }
}
