package org.xuanpai.audit;

/**
 * The trail, as features see it: an entry is written in the transaction of the act, last before its commit, so act and entry
 * stand or fall together. Who acted comes from the row-level context, when from the clock.
 */
public interface AuditTrail {

    /**
     * Adds an entry to the current transaction.
     *
     * @throws IllegalStateException without a transaction
     */
    void record(TrailEvent event);
}
