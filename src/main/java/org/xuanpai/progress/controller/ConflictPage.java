package org.xuanpai.progress.controller;

import java.util.List;
import java.util.Map;
import org.xuanpai.progress.service.ReportPage;

/**
 * What somebody typed beside what is stored meanwhile.
 *
 * @param stored the report as it is now
 * @param differences the fields that are not the same; the reader chooses one side of each
 * @param mine parameters that send the rest again, on top of what is stored now
 * @param action where they are sent to; empty when the report cannot be changed any more
 */
record ConflictPage(ReportPage stored, List<Difference> differences, Map<String, String> mine, String action) {

    public boolean mayKeep() {
        return !action.isEmpty() && !differences.isEmpty();
    }
}
