package org.xuanpai.progress.service;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What one report has to be after a schedule, worked out by the rules alone: no database, no threads. Every act gives its
 * outcome as one word; an act that is refused or killed leaves the model as it was.
 */
final class ScheduleModel {

    static final String DONE = "DONE";

    private static final int NOT_BEGUN = -1;

    private final Map<String, String> fields = new TreeMap<>();
    private final Map<String, UUID> lastPage = new HashMap<>();
    private final Map<String, Sent> newest = new HashMap<>();
    private final Map<UUID, String> tokens = new HashMap<>();
    private String status = "NONE";
    private int changes = NOT_BEGUN;
    private int written;
    private int copies;
    private int returns;
    private int approvals;

    ScheduleModel() {}

    private ScheduleModel(ScheduleModel other) {
        fields.putAll(other.fields);
        lastPage.putAll(other.lastPage);
        newest.putAll(other.newest);
        tokens.putAll(other.tokens);
        status = other.status;
        changes = other.changes;
        written = other.written;
        copies = other.copies;
        returns = other.returns;
        approvals = other.approvals;
    }

    ScheduleModel copy() {
        return new ScheduleModel(this);
    }

    /** A field from an open page. */
    String type(UUID page, long number, String field, String base, String value) {
        Sent sent = newest.get(page + field);
        if (sent != null && sent.number() >= number) {
            return sent.number() > number ? "OVERTAKEN" : "REPEATED";
        }
        String stored = value(field);
        boolean onlyTheOthers = value.equals(base) && !stored.equals(base) && !page.equals(lastPage.get(field));
        boolean same = stored.equals(value) || onlyTheOthers;
        if (!same && !stored.equals(base) && !page.equals(lastPage.get(field))) {
            return "FieldChangedMeanwhile";
        }
        if (!same && !isInHand()) {
            return "StepNotPossible";
        }
        newest.put(page + field, new Sent(number));
        begin();
        if (same) {
            return "SAME";
        }
        fields.put(field, value);
        lastPage.put(field, page);
        changes++;
        written++;
        return "WRITTEN";
    }

    /** A whole page that was made when the report had this many changes. */
    String submit(UUID token, int seen, Map<String, String> content) {
        String hash = content.toString();
        if (tokens.containsKey(token)) {
            return Objects.equals(tokens.get(token), hash) ? DONE : "TokenUsedOtherwise";
        }
        if (seen != changes) {
            return "StaleVersion";
        }
        if (!isInHand()) {
            return "StepNotPossible";
        }
        begin();
        content.forEach((field, value) -> {
            if (!value(field).equals(value)) {
                fields.put(field, value);
                lastPage.remove(field);
            }
        });
        tokens.put(token, hash);
        status = "SUBMITTED";
        changes++;
        copies++;
        return DONE;
    }

    /** The county's answer to a copy. */
    String judge(int copy, boolean approve) {
        if (copy != copies || !status.equals("SUBMITTED")) {
            return status.equals("NONE") ? "NotFound" : "CopyOutdated";
        }
        status = approve ? "APPROVED" : "RETURNED";
        changes++;
        returns += approve ? 0 : 1;
        approvals += approve ? 1 : 0;
        return DONE;
    }

    private void begin() {
        if (status.equals("NONE")) {
            status = "DRAFT";
            changes = 0;
        }
    }

    private boolean isInHand() {
        return !status.equals("SUBMITTED") && !status.equals("APPROVED");
    }

    String value(String field) {
        return fields.getOrDefault(field, "");
    }

    Map<String, String> fields() {
        Map<String, String> filled = new TreeMap<>(fields);
        filled.values().removeIf(String::isEmpty);
        return filled;
    }

    int changes() {
        return changes;
    }

    int copies() {
        return copies;
    }

    /** Everything that can be looked up afterwards: fields, status, and how often each act had an effect. */
    String state() {
        return fields() + " " + status + " saved=" + written + " submitted=" + copies + " returned=" + returns
                + " approved=" + approvals;
    }

    private record Sent(long number) {}
}
