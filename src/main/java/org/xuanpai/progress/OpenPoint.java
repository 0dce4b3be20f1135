package org.xuanpai.progress;

import java.util.Set;
import java.util.UUID;
import org.xuanpai.shared.Scope;

/**
 * Something that a reviewer has to look at before a report can be accepted. Reports without any can be approved many at a time;
 * each kind of open point is a bean of its own.
 */
public interface OpenPoint {

    /** Message key of what is open. */
    String key();

    /** Which of the copies have it. One query. */
    Set<UUID> among(Scope scope, Set<UUID> copies);
}
