package org.xuanpai.progress.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.progress.OwnPartConfirmed;
import org.xuanpai.shared.CurrentUser;

/**
 * The First Secretary's own part of a report: typed by the township or the First Secretary, confirmed by the First Secretary
 * alone. A change after the confirmation voids it. Where there is nobody to confirm, the township records why.
 */
@Embeddable
public class OwnPart {

    private @Nullable Integer daysOnSite;
    private String achievements = "";
    private String absence = "";

    @Column(name = "own_part_confirmed_by")
    private @Nullable UUID confirmedBy;

    @Column(name = "own_part_confirmed_by_name")
    private @Nullable String confirmedByName;

    @Column(name = "own_part_confirmed_at")
    private @Nullable Instant confirmedAt;

    protected OwnPart() {}

    static OwnPart empty() {
        return new OwnPart();
    }

    boolean differs(@Nullable Integer days, String text) {
        return !Objects.equals(daysOnSite, days) || !achievements.equals(text);
    }

    void write(@Nullable Integer days, String text) {
        if (differs(days, text)) {
            daysOnSite = days;
            achievements = text;
            confirmedBy = null;
            confirmedByName = null;
            confirmedAt = null;
        }
    }

    void confirm(CurrentUser firstSecretary, Instant now) {
        confirmedBy = firstSecretary.accountId();
        confirmedByName = firstSecretary.displayName();
        confirmedAt = now;
        absence = "";
    }

    void recordAbsence(String reason) {
        if (isConfirmed() && !reason.isBlank()) {
            throw new OwnPartConfirmed();
        }
        absence = reason;
    }

    boolean isConfirmed() {
        return confirmedBy != null;
    }

    /** Confirmed, or the reason why nobody can. */
    public boolean isSettled() {
        return isConfirmed() || !absence.isBlank();
    }

    public Optional<Integer> daysOnSite() {
        return Optional.ofNullable(daysOnSite);
    }

    public String achievements() {
        return achievements;
    }

    public String absence() {
        return absence;
    }

    public Optional<String> confirmedByName() {
        return Optional.ofNullable(confirmedByName);
    }

    public Optional<Instant> confirmedAt() {
        return Optional.ofNullable(confirmedAt);
    }
}
