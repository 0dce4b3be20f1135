package org.xuanpai.progress.controller;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xuanpai.progress.ReportField;
import org.xuanpai.progress.service.ReportPage;

/**
 * A field where what somebody typed and what is stored meanwhile are not the same.
 *
 * @param labelKey message key of the field's name; empty when {@code name} says it
 * @param name an indicator's name; empty when {@code labelKey} says it
 */
record Difference(String labelKey, String name, String mine, String theirs) {

    /** All differences, in the order of the form. */
    static List<Difference> between(MonthlyReportForm mine, ReportPage stored, Locale locale) {
        List<Difference> found = new ArrayList<>();
        for (ReportPage.Line line : stored.lines()) {
            String typed = mine.figure(line.indicator().code());
            add(found, "", line.indicator().name(locale), typed, FigureText.of(line));
        }
        MonthlyReportForm theirs = MonthlyReportForm.of(stored, mine.getToken());
        add(found, "progress.form.daysOnSite", "", mine.getDaysOnSite(), theirs.getDaysOnSite());
        add(found, "progress.form.achievements", "", mine.getAchievements(), theirs.getAchievements());
        add(found, "progress.form.absence", "", mine.getAbsence(), theirs.getAbsence());
        add(found, "progress.field." + ReportField.PARTY_PART, "", mine.getPartyPart(), theirs.getPartyPart());
        add(found, "progress.field." + ReportField.BEHIND_NOTE, "", mine.getBehindNote(), theirs.getBehindNote());
        return found;
    }

    private static void add(List<Difference> found, String labelKey, String name, String mine, String theirs) {
        if (!mine.strip().equals(theirs.strip())) {
            found.add(new Difference(labelKey, name, mine, theirs));
        }
    }
}
