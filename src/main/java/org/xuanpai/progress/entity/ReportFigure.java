package org.xuanpai.progress.entity;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;

/** One typed value of a report; it carries the ids that row-level security asks for. */
@Embeddable
class ReportFigure {

    private UUID countyId;
    private UUID townshipId;
    private BigDecimal typed;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected ReportFigure() {}

    ReportFigure(UUID countyId, UUID townshipId, BigDecimal typed) {
        this.countyId = countyId;
        this.townshipId = townshipId;
        this.typed = typed;
    }

    BigDecimal typed() {
        return typed;
    }

    boolean hasValue(BigDecimal value) {
        return typed.compareTo(value) == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReportFigure that
                && countyId.equals(that.countyId)
                && townshipId.equals(that.townshipId)
                && hasValue(that.typed);
    }

    @Override
    public int hashCode() {
        return Objects.hash(countyId, townshipId, typed.stripTrailingZeros());
    }
}
