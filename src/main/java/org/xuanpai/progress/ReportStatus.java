package org.xuanpai.progress;

import java.util.Optional;

/** Where a monthly report stands (design §4). The table of steps is {@link #after}. */
public enum ReportStatus {
    /** The township works on it; nobody else sees it. */
    DRAFT,
    /** Handed in; the county organization department has it. */
    SUBMITTED,
    /** Sent back with a reason; the township has it again. */
    RETURNED,
    /** Accepted; single figures of it can still be corrected by two persons. */
    APPROVED,
    /** The month is closed; nothing changes until two persons reopen it. */
    LOCKED;

    /** The status that follows an action; empty when the action is not possible here. */
    public Optional<ReportStatus> after(ReportAction action) {
        return switch (this) {
            case DRAFT ->
                switch (action) {
                    case ENTER, WRITE_PARTY_PART, CONFIRM_OWN_PART -> Optional.of(DRAFT);
                    case SUBMIT -> Optional.of(SUBMITTED);
                    case SEND_BACK, APPROVE, LOCK, REOPEN, CORRECT -> Optional.empty();
                };
            case RETURNED ->
                switch (action) {
                    case ENTER, WRITE_PARTY_PART, CONFIRM_OWN_PART -> Optional.of(RETURNED);
                    case SUBMIT -> Optional.of(SUBMITTED);
                    case SEND_BACK, APPROVE, LOCK, REOPEN, CORRECT -> Optional.empty();
                };
            case SUBMITTED ->
                switch (action) {
                    case SEND_BACK -> Optional.of(RETURNED);
                    case APPROVE -> Optional.of(APPROVED);
                    case ENTER, WRITE_PARTY_PART, CONFIRM_OWN_PART, SUBMIT, LOCK, REOPEN, CORRECT -> Optional.empty();
                };
            case APPROVED ->
                switch (action) {
                    case LOCK -> Optional.of(LOCKED);
                    case CORRECT -> Optional.of(APPROVED);
                    case ENTER, WRITE_PARTY_PART, CONFIRM_OWN_PART, SUBMIT, SEND_BACK, APPROVE, REOPEN ->
                        Optional.empty();
                };
            case LOCKED ->
                switch (action) {
                    case REOPEN -> Optional.of(APPROVED);
                    case ENTER, WRITE_PARTY_PART, CONFIRM_OWN_PART, SUBMIT, SEND_BACK, APPROVE, LOCK, CORRECT ->
                        Optional.empty();
                };
        };
    }

    public boolean allows(ReportAction action) {
        return after(action).isPresent();
    }

    /** The word of the status fragment. */
    public String kind() {
        return switch (this) {
            case DRAFT -> "open";
            case SUBMITTED -> "wait";
            case RETURNED -> "back";
            case APPROVED, LOCKED -> "done";
        };
    }

    /** Whether the township has it in hand. */
    public boolean isWithTownship() {
        return this == DRAFT || this == RETURNED;
    }
}
