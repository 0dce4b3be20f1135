package org.xuanpai.progress.service;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xuanpai.progress.OpenFields;
import org.xuanpai.progress.ReportField;

/**
 * What the county asked for when it sent a report back.
 *
 * @param notes marked fields with a note each
 * @param fields what is open because of it
 * @param before the texts of the copy that was sent back
 * @param unchanged marked fields that still read as they were returned
 */
public record AskedAgain(
        String reason,
        String reviewerName,
        Instant at,
        Map<String, String> notes,
        ReportPage.Texts before,
        OpenFields fields,
        Set<String> unchanged) {

    AskedAgain(String reason, String reviewerName, Instant at, Map<String, String> notes, ReportPage.Texts before) {
        this(reason, reviewerName, at, notes, before, OpenFields.all(), Set.of());
    }

    AskedAgain opening(OpenFields open) {
        return new AskedAgain(reason, reviewerName, at, notes, before, open, unchanged);
    }

    /** The same, knowing what is unchanged. */
    AskedAgain comparing(Map<String, BigDecimal> returned, Map<String, BigDecimal> typed, ReportPage.Texts now) {
        Set<String> same = notes.keySet().stream()
                .filter(field -> switch (field) {
                    case ReportField.OWN_PART ->
                        Objects.equals(before.daysOnSite(), now.daysOnSite())
                                && same(now, ReportPage.Texts::achievements)
                                && same(now, ReportPage.Texts::absence);
                    case ReportField.PARTY_PART -> same(now, ReportPage.Texts::partyPart);
                    case ReportField.BEHIND_NOTE -> same(now, ReportPage.Texts::behindNote);
                    default -> same(returned.get(field), typed.get(field));
                })
                .collect(Collectors.toSet());
        return new AskedAgain(reason, reviewerName, at, notes, before, fields, same);
    }

    private boolean same(ReportPage.Texts now, Function<ReportPage.Texts, String> text) {
        return text.apply(before).equals(text.apply(now));
    }

    private static boolean same(@Nullable BigDecimal then, @Nullable BigDecimal now) {
        return then == null || now == null ? then == now : then.compareTo(now) == 0;
    }
}
