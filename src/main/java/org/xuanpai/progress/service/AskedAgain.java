package org.xuanpai.progress.service;

import java.time.Instant;
import java.util.Map;
import org.xuanpai.progress.OpenFields;

/**
 * What the county asked for when it sent a report back.
 *
 * @param notes marked fields with a note each
 * @param fields what is open because of it
 */
public record AskedAgain(String reason, String reviewerName, Instant at, Map<String, String> notes, OpenFields fields) {

    AskedAgain(String reason, String reviewerName, Instant at, Map<String, String> notes) {
        this(reason, reviewerName, at, notes, OpenFields.all());
    }

    AskedAgain opening(OpenFields open) {
        return new AskedAgain(reason, reviewerName, at, notes, open);
    }
}
