package org.xuanpai.industry.entity;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The figures of one line; they carry the ids that row-level security asks for. */
@Embeddable
class TargetFigures {

    private UUID countyId;
    private UUID townshipId;
    private BigDecimal yearlyTarget;
    private @Nullable BigDecimal baseline;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected TargetFigures() {}

    TargetFigures(UUID countyId, UUID townshipId, BigDecimal yearlyTarget, @Nullable BigDecimal baseline) {
        this.countyId = countyId;
        this.townshipId = townshipId;
        this.yearlyTarget = yearlyTarget;
        this.baseline = baseline;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TargetFigures that
                && countyId.equals(that.countyId)
                && townshipId.equals(that.townshipId)
                && yearlyTarget.compareTo(that.yearlyTarget) == 0
                && Objects.equals(plain(baseline), plain(that.baseline));
    }

    @Override
    public int hashCode() {
        return Objects.hash(countyId, townshipId, plain(yearlyTarget), plain(baseline));
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal figure) {
        return figure == null ? null : figure.stripTrailingZeros();
    }
}
