package org.xuanpai.industry.service;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A township in the list of targets.
 *
 * @param counts the sheet that counts; {@code null} for none
 * @param waits the proposal a second person has to confirm; {@code null} for none
 * @param targets confirmed targets by indicator code, of the indicators the list shows
 */
public record TownshipTargets(
        UUID id,
        String code,
        String name,
        boolean industrial,
        @Nullable SheetFacts counts,
        @Nullable SheetFacts waits,
        Map<String, BigDecimal> targets) {

    /** The message key of the township's type. */
    public String typeKey() {
        return industrial ? "industry.type.industrial" : "industry.type.other";
    }

    /** The message key of the state: what has to be done comes first. */
    public String stateKey() {
        if (waits != null) {
            return counts == null ? "industry.state.waits" : "industry.state.waitsAnew";
        }
        return counts == null ? "industry.state.none" : "industry.state.confirmed";
    }

    /** The shape of the state. */
    public String stateKind() {
        if (waits != null) {
            return "wait";
        }
        return counts == null ? "none" : "done";
    }

    /** The confirmed target of an indicator. */
    public Optional<BigDecimal> target(String indicatorCode) {
        return Optional.ofNullable(targets.get(indicatorCode));
    }
}
