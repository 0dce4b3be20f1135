package org.xuanpai.progress;

import org.xuanpai.shared.Permission;

/** What can be done to a monthly report, and the permission it takes. */
public enum ReportAction {
    /** Type figures, the First Secretary's part for them, and the note on what lags behind. */
    ENTER(Permission.ENTER_REPORTS),
    /** Write the Party secretary's own part (clause C5), or record why the First Secretary cannot confirm. */
    WRITE_PARTY_PART(Permission.SUBMIT_REPORTS),
    /** Write and confirm the First Secretary's own part (clause C3). */
    CONFIRM_OWN_PART(Permission.CONFIRM_OWN_PART),
    /** Hand the report in; freezes a numbered copy. */
    SUBMIT(Permission.SUBMIT_REPORTS),
    /** Send it back with a reason. */
    SEND_BACK(Permission.REVIEW_REPORTS),
    /** Accept it. */
    APPROVE(Permission.REVIEW_REPORTS),
    /** Close it with its month. */
    LOCK(Permission.CLOSE_MONTHS),
    /** Take it out of a closed month, after a second person confirmed that. */
    REOPEN(Permission.CLOSE_MONTHS),
    /** Put a confirmed correction of one figure into effect, as a copy of its own. */
    CORRECT(Permission.CONFIRM_CORRECTIONS);

    private final Permission permission;

    ReportAction(Permission permission) {
        this.permission = permission;
    }

    public Permission permission() {
        return permission;
    }
}
