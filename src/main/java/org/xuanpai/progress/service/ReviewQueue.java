package org.xuanpai.progress.service;

import java.util.List;

/**
 * What waits at the county.
 *
 * @param reports submitted reports, the one that waits longest first
 * @param proposals corrections and reopenings that wait for their second person
 * @param standsInFor names of those for whom the reader stands in today; empty for none
 */
public record ReviewQueue(List<QueueRow> reports, List<ProposalRow> proposals, String standsInFor) {

    /** How many reports the reader can approve among others. */
    public long plain() {
        return reports.stream().filter(QueueRow::isPlain).count();
    }
}
