package org.xuanpai.progress.controller;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xuanpai.progress.TextField;
import org.xuanpai.progress.service.ReportPage;
import org.xuanpai.shared.Permission;

/** Puts both texts side by side where two people changed the same field; the reader chooses field by field. */
@Component
class Conflicts {

    private final Merging merging;

    Conflicts(Merging merging) {
        this.merging = merging;
    }

    /** Every field in which what was typed is not what is stored. */
    ConflictPage between(MonthlyReportForm mine, ReportPage stored, Locale locale) {
        MonthlyReportForm theirs = MonthlyReportForm.of(stored);
        List<String> fields = FormFields.of(stored).stream()
                .filter(field -> !merging.isSame(field, mine.typed(field), theirs.typed(field)))
                .toList();
        return at(fields, mine, stored, locale);
    }

    /** The given fields, which both sides touched; the others go on as they are. */
    ConflictPage at(Collection<String> fields, MonthlyReportForm mine, ReportPage stored, Locale locale) {
        MonthlyReportForm theirs = MonthlyReportForm.of(stored);
        List<Difference> found = new ArrayList<>();
        Map<String, String> again = new LinkedHashMap<>();
        again.put("token", theirs.getToken());
        for (String field : FormFields.of(stored)) {
            if (fields.contains(field)) {
                found.add(difference(field, mine.typed(field), theirs.typed(field), stored, locale));
                // chosen with their text in sight
                again.put(base(field), theirs.typed(field));
            } else {
                again.put(FormFields.path(field), mine.typed(field));
                again.put(base(field), mine.seen(field));
            }
        }
        return new ConflictPage(stored, found, again, action(stored));
    }

    private static Difference difference(String field, String mine, String theirs, ReportPage stored, Locale locale) {
        String parameter = FormFields.path(field);
        Difference difference = TextField.named(field)
                .map(text -> Difference.of(parameter, labelKey(text), "", mine, theirs))
                .orElseGet(() -> Difference.of(
                        parameter, "", stored.indicator(FormFields.part(field)).name(locale), mine, theirs));
        boolean confirmed =
                stored.texts().confirmedAt() != null && !stored.reader().may(Permission.CONFIRM_OWN_PART);
        boolean own = field.equals(TextField.DAYS_ON_SITE.name()) || field.equals(TextField.ACHIEVEMENTS.name());
        return own && confirmed ? difference.preferringTheirs() : difference;
    }

    private static String labelKey(TextField field) {
        return switch (field) {
            case DAYS_ON_SITE -> "progress.form.daysOnSite";
            case ACHIEVEMENTS -> "progress.form.achievements";
            case ABSENCE -> "progress.form.absence";
            case PARTY_PART, BEHIND_NOTE -> "progress.field." + field.part();
        };
    }

    private static String action(ReportPage stored) {
        if (stored.mayEnter()) {
            return ReportAnswers.path(stored) + "/draft";
        }
        return stored.mayConfirmOwnPart() ? ReportAnswers.path(stored) + "/own-part" : "";
    }

    private static String base(String field) {
        return "base[" + field + "]";
    }
}
