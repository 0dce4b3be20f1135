package org.xuanpai.progress.controller;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.xuanpai.shared.PlainText;

/** What an organizer confirms when locking a month, and why one is to be reopened. */
class MonthForm {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int LONGEST_REASON = 500;

    private List<@Nullable String> missing = new ArrayList<>();
    private boolean seen;
    private String township = "";

    @PlainText(max = LONGEST_REASON)
    private String reason = "";

    /** What cannot have come from the page is an error, never another act than the one that was meant. */
    void check(BindingResult errors) {
        if (!township.isEmpty() && !ID.matcher(township).matches()) {
            errors.rejectValue("township", "progress.month.error.township");
        }
        // a request can leave holes in a list
        if (!missing.stream().allMatch(id -> id != null && ID.matcher(id).matches())) {
            errors.rejectValue("missing", "progress.month.error.missing");
        }
    }

    /** The townships whose absence was confirmed; none unless the box was ticked. */
    Set<UUID> confirmed() {
        return seen
                ? missing.stream()
                        .filter(Objects::nonNull)
                        .map(UUID::fromString)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** Whose report is to be reopened; empty for the whole month. */
    Optional<UUID> wanted() {
        return township.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(township));
    }

    public List<@Nullable String> getMissing() {
        return missing;
    }

    public void setMissing(@Nullable List<@Nullable String> missing) {
        this.missing = missing == null ? new ArrayList<>() : missing;
    }

    public boolean isSeen() {
        return seen;
    }

    public void setSeen(boolean seen) {
        this.seen = seen;
    }

    public String getTownship() {
        return township;
    }

    public void setTownship(@Nullable String township) {
        this.township = township == null ? "" : township.strip();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason == null ? "" : reason;
    }
}
