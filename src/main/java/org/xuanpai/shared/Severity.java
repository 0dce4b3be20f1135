package org.xuanpai.shared;

/** How strongly a check speaks. */
public enum Severity {
    /** The act cannot go on. */
    BLOCK,
    /** The act goes on with a written reason, which is kept and shown to the reviewer. */
    REASON,
    /** For information only. */
    HINT
}
