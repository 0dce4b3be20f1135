package org.xuanpai.progress.entity;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.progress.DerivedFigure;

/**
 * One figure as it was handed in, with what followed from it at that moment; kept so that every percentage can say why.
 *
 * @param typed what the township typed, or the county issued
 * @param issuedVersion version of the issued figure; {@code null} for what was typed
 * @param lastYear cumulative value of the same period last year (stocks, rates: the value)
 */
@Embeddable
public record SubmittedFigure(
        UUID countyId,
        UUID townshipId,
        BigDecimal typed,
        @Nullable BigDecimal monthValue,
        @Nullable BigDecimal cumulative,
        @Nullable BigDecimal lastYear,
        @Nullable BigDecimal growth,
        @Nullable BigDecimal yearlyTarget,
        @Nullable BigDecimal completion,
        @Nullable Integer issuedVersion) {

    /** The same figure with another value and what follows from that. */
    public SubmittedFigure corrected(BigDecimal value, DerivedFigure derived, @Nullable BigDecimal newGrowth) {
        return new SubmittedFigure(
                countyId,
                townshipId,
                value,
                derived.monthValue(),
                derived.cumulative(),
                lastYear,
                newGrowth,
                yearlyTarget,
                derived.completion(),
                issuedVersion);
    }
}
