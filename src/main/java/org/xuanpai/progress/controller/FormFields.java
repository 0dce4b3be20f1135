package org.xuanpai.progress.controller;

import java.util.ArrayList;
import java.util.List;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.progress.TextField;
import org.xuanpai.progress.check.ReasonKey;
import org.xuanpai.progress.service.ReportPage;
import org.xuanpai.shared.Permission;

/**
 * The fields of the monthly form by their keys: an indicator's code, the name of a {@link TextField}, or a {@link ReasonKey} as
 * text.
 */
final class FormFields {

    private FormFields() {}

    /** The fields this reader writes, as far as they are open, in the order of the form. */
    static List<String> of(ReportPage page) {
        List<String> fields = ofReader(page);
        fields.removeIf(field -> !page.isOpen(part(field)));
        return fields;
    }

    /** The fields this reader writes that the return left closed; none while nothing at all is open. */
    static List<String> closed(ReportPage page) {
        List<String> fields = ofReader(page);
        return fields.removeIf(field -> page.isOpen(part(field))) ? fields : List.of();
    }

    private static List<String> ofReader(ReportPage page) {
        List<String> fields = new ArrayList<>();
        boolean enters = page.reader().may(Permission.ENTER_REPORTS);
        if (enters) {
            page.lines().stream()
                    .map(ReportPage.Line::indicator)
                    .filter(IndicatorView::isTyped)
                    .forEach(indicator -> fields.add(indicator.code()));
            page.findings()
                    .needingReason()
                    .forEach(finding -> fields.add(finding.reasonKey().toString()));
        }
        if (enters || page.reader().may(Permission.CONFIRM_OWN_PART)) {
            fields.add(TextField.DAYS_ON_SITE.name());
            fields.add(TextField.ACHIEVEMENTS.name());
        }
        if (page.reader().may(Permission.SUBMIT_REPORTS)) {
            fields.add(TextField.ABSENCE.name());
            fields.add(TextField.PARTY_PART.name());
        }
        if (enters) {
            fields.add(TextField.BEHIND_NOTE.name());
        }
        return fields;
    }

    /** Whether it is a reason that could be given if the figure needed one: somebody has corrected the figure meanwhile. */
    static boolean isNoLongerAsked(ReportPage page, String field) {
        return ReasonKey.parse(field)
                .filter(about -> page.mayEnter() && page.isOpen(about.field()))
                .isPresent();
    }

    /** Whether the form has such a field at all. */
    static boolean known(ReportPage page, String field) {
        return TextField.named(field).isPresent()
                || ReasonKey.parse(field).isPresent()
                || page.lines().stream()
                        .anyMatch(line -> line.indicator().code().equals(field));
    }

    /** What is marked and opened as a whole: the figure itself, the one a reason is about, or the part a text belongs to. */
    static String part(String field) {
        return TextField.named(field)
                .map(TextField::part)
                .orElseGet(() -> ReasonKey.parse(field).map(ReasonKey::field).orElse(field));
    }

    /** The field's name in the form. */
    static String path(String field) {
        return TextField.named(field)
                .map(text -> switch (text) {
                    case DAYS_ON_SITE -> "daysOnSite";
                    case ACHIEVEMENTS -> "achievements";
                    case ABSENCE -> "absence";
                    case PARTY_PART -> "partyPart";
                    case BEHIND_NOTE -> "behindNote";
                })
                .orElseGet(() -> (ReasonKey.parse(field).isPresent() ? "reasons[" : "figures[") + field + "]");
    }
}
