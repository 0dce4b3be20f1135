package org.xuanpai.progress;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/**
 * Months that the county does not wait for any more, because the township ended and nobody reports for it (decision 26). They
 * stay missing. Called inside the permitted use cases of lists and pages.
 */
public interface ClosedReports {

    /** Those of the scope from a month to another. One query. */
    Map<Key, Closed> of(Scope scope, Period from, Period to);

    /** A township's month. */
    record Key(UUID township, Period period) {}

    /** Why it is not waited for, and who said so. */
    record Closed(String reason, String byName, Instant at) {}
}
