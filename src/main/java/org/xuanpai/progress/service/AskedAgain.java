package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.xuanpai.progress.OpenFields;

/**
 * What the county asked for when it sent a report back.
 *
 * @param notes marked fields with a note each
 * @param fields what is open because of it
 * @param unchanged marked figures that still read as they were returned
 */
public record AskedAgain(
        String reason,
        String reviewerName,
        Instant at,
        Map<String, String> notes,
        OpenFields fields,
        Set<String> unchanged) {

    AskedAgain(String reason, String reviewerName, Instant at, Map<String, String> notes) {
        this(reason, reviewerName, at, notes, OpenFields.all(), Set.of());
    }

    AskedAgain opening(OpenFields open) {
        return new AskedAgain(reason, reviewerName, at, notes, open, unchanged);
    }

    AskedAgain comparing(Map<String, BigDecimal> returned, Map<String, BigDecimal> typed) {
        Set<String> same = notes.keySet().stream()
                .filter(field -> returned.containsKey(field)
                        && typed.containsKey(field)
                        && returned.get(field).compareTo(typed.get(field)) == 0)
                .collect(Collectors.toSet());
        return new AskedAgain(reason, reviewerName, at, notes, fields, same);
    }
}
