package org.xuanpai.division.entity;

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
import org.xuanpai.division.CodeDoesNotFit;
import org.xuanpai.division.DivisionLevel;
import org.xuanpai.division.UnitClosed;
import org.xuanpai.shared.DivisionCode;
import org.xuanpai.shared.Ids;

/**
 * A unit of the land. Its id stays, its code and name may change. Units brought in with the published list are written by
 * {@code ListedDivisions}, changed ones by {@code LandVersions};
 * this class makes units by hand.
 */
@Entity
public class Division {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String code;

    private String name;

    @Enumerated(EnumType.STRING)
    private DivisionLevel level;

    @Column(name = "parent_id")
    private @Nullable UUID parentId;

    @Column(name = "city_id")
    private @Nullable UUID cityId;

    @Column(name = "county_id")
    private @Nullable UUID countyId;

    @Column(name = "township_id")
    private @Nullable UUID townshipId;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    @Enumerated(EnumType.STRING)
    private DivisionSource source;

    @Column(name = "listed_as_of")
    private @Nullable LocalDate listedAsOf;

    @Column(name = "changed_locally_at")
    private @Nullable Instant changedLocallyAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Division() {}

    private Division(
            DivisionLevel level,
            DivisionCode code,
            String name,
            @Nullable Division parent,
            LocalDate validFrom,
            Instant now) {
        if (!level.fits(code.value())) {
            throw new CodeDoesNotFit(code.value());
        }
        this.id = Ids.next();
        this.code = code.value();
        this.name = name.strip();
        this.level = level;
        this.validFrom = validFrom;
        this.source = DivisionSource.LOCAL;
        this.changedLocallyAt = now;
        if (parent != null) {
            this.parentId = parent.id;
            this.cityId = parent.cityId;
            this.countyId = parent.countyId;
            this.townshipId = parent.townshipId;
        }
        switch (level) {
            case CITY -> this.cityId = id;
            case COUNTY -> this.countyId = id;
            case TOWNSHIP -> this.townshipId = id;
            case PROVINCE, VILLAGE -> {}
        }
    }

    /** A province made by hand. */
    public static Division province(DivisionCode code, String name, LocalDate validFrom, Instant now) {
        return new Division(DivisionLevel.PROVINCE, code, name, null, validFrom, now);
    }

    /**
     * A unit made by hand below this one.
     *
     * @throws CodeDoesNotFit when the code is of another level than the one below this unit's
     * @throws UnitClosed when this unit is no more
     */
    public Division add(DivisionLevel below, DivisionCode newCode, String newName, LocalDate from, Instant now) {
        if (!below.isDirectlyBelow(level)) {
            throw new CodeDoesNotFit(newCode.value());
        }
        if (validTo != null) {
            throw new UnitClosed(name);
        }
        return new Division(below, newCode, newName, this, from, now);
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public DivisionLevel level() {
        return level;
    }

    /** The county, itself included. */
    public UUID countyId() {
        return Objects.requireNonNull(countyId, "above a county");
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public @Nullable Instant changedLocallyAt() {
        return changedLocallyAt;
    }
}
