package org.xuanpai.posting.people;

/**
 * Assignments that are no postings and give no rights (clause B3). A posting is none of them: it has tables, a procedure and a
 * badge of its own.
 */
public enum AssignmentKind {
    /** 包联: a leader keeps in touch with a township or village beside the own work. */
    LIAISON,
    /** 挂职: somebody works in a township or village for a time. */
    SECONDMENT
}
