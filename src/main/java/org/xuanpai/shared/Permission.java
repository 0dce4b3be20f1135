package org.xuanpai.shared;

/** What a duty may allow. Each constant is one line of {@code docs/access.md}; {@link Role} says who has it. */
public enum Permission {
    /** See the land: counties, townships, villages, their codes and types. */
    READ_LAND,
    /** Propose or confirm a township's type; add, rename or close units of the own county. */
    EDIT_LAND,
    /** Bring the published division list in. Command line and demo only. */
    IMPORT_LAND,
    /** See the statutory working-day calendar. */
    READ_CALENDAR,
    /** Propose or confirm a year of the calendar. */
    EDIT_CALENDAR,
    /** See indicators and yearly targets. */
    READ_TARGETS,
    /** Propose or confirm yearly targets of townships. */
    EDIT_TARGETS,
    /** See the figures that the county issues, and what was objected to them. A bureau needs the right FIGURES as well. */
    READ_ISSUED_FIGURES,
    /** Issue the figures of a month and answer objections. A bureau needs the right FIGURES as well. */
    ISSUE_FIGURES,
    /** Object to an issued figure of the own township. */
    OBJECT_TO_FIGURES,
    /** Propose or confirm whether the month's or the cumulative value of an indicator is typed. */
    EDIT_INDICATORS,
    /** Read monthly reports within the scope. */
    READ_REPORTS,
    /** Type figures and texts of a monthly report. */
    ENTER_REPORTS,
    /** Write the Party secretary's own part and submit the report (clause C5). */
    SUBMIT_REPORTS,
    /** Confirm the First Secretary's own part of the report (clause C3). */
    CONFIRM_OWN_PART,
    /** Return or approve submitted reports. */
    REVIEW_REPORTS,
    /** Propose or confirm a rule of the checks of monthly reports. */
    EDIT_CHECKS,
    /** Lock a month, propose or confirm that a locked one is reopened. */
    CLOSE_MONTHS,
    /** Propose that one figure of an approved report is corrected. */
    PROPOSE_CORRECTIONS,
    /** Confirm a correction that somebody else proposed. */
    CONFIRM_CORRECTIONS,
    /** See postings from the notice on; before it the organizers named on the round alone. */
    READ_POSTINGS,
    /** Take a posting through the procedure, end or extend it, take one over. */
    ARRANGE_POSTINGS,
    /** Propose or confirm the county's procedure of appointment. */
    EDIT_PROCEDURE,
    /** See the county's leaders and township Party secretaries, their offices, portfolios and assignments. */
    READ_PEOPLE,
    /** Enter people, propose or confirm their offices and assignments, enter portfolios. */
    EDIT_PEOPLE,
    /** See the county cockpit. */
    READ_COCKPIT,
    /** Create, re-invite and disable accounts. */
    MANAGE_ACCOUNTS,
    /** See resets of passwords and stop one. */
    HANDLE_RESETS,
    /** Propose the reset of a password. */
    PROPOSE_RESETS,
    /** Confirm the reset of a password that somebody else proposed. */
    CONFIRM_RESETS,
    /** Grant and end duties. */
    GRANT_DUTIES,
    /** Read and verify the trail. */
    READ_TRAIL,
    /** Own matters of whoever is signed in: switch the acting duty, change the password. */
    OWN_ACCOUNT
}
