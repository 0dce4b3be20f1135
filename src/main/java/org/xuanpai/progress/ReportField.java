package org.xuanpai.progress;

import java.util.List;

/** Names of the parts of a report that a reviewer can mark; figures go by their indicator's code. */
public final class ReportField {

    /** The First Secretary's own part. */
    public static final String OWN_PART = "own-part";

    /** The Party secretary's own part. */
    public static final String PARTY_PART = "party-part";

    /** The note on what lags behind. */
    public static final String BEHIND_NOTE = "behind-note";

    /** All of them, in the order of the form. */
    public static final List<String> ALL = List.of(OWN_PART, PARTY_PART, BEHIND_NOTE);

    private ReportField() {}
}
