package org.xuanpai.progress.controller;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xuanpai.progress.ReportField;
import org.xuanpai.progress.check.ReasonKey;
import org.xuanpai.progress.service.ReportPage;
import org.xuanpai.shared.Permission;

/** Puts both texts side by side when somebody else changed the report meanwhile; compares what the reader may write, no more; the reader chooses field by field. */
@Component
class Conflicts {

    private final ReportInput input;

    Conflicts(ReportInput input) {
        this.input = input;
    }

    ConflictPage between(MonthlyReportForm mine, ReportPage stored, Locale locale) {
        List<Difference> found = new ArrayList<>();
        Map<String, String> again = new LinkedHashMap<>();
        MonthlyReportForm theirs = MonthlyReportForm.of(stored);
        again.put("version", theirs.getVersion());
        again.put("token", theirs.getToken());
        if (stored.reader().may(Permission.ENTER_REPORTS)) {
            figures(mine, stored, locale, found, again);
            reasons(mine, stored, locale, found, again);
        }
        boolean confirmed =
                stored.texts().confirmedAt() != null && !stored.reader().may(Permission.CONFIRM_OWN_PART);
        Sides own = new Sides(found, again, confirmed);
        own.add("daysOnSite", "progress.form.daysOnSite", mine.getDaysOnSite(), theirs.getDaysOnSite());
        own.add("achievements", "progress.form.achievements", mine.getAchievements(), theirs.getAchievements());
        Sides texts = new Sides(found, again, false);
        if (stored.reader().may(Permission.SUBMIT_REPORTS)) {
            texts.add("absence", "progress.form.absence", mine.getAbsence(), theirs.getAbsence());
            texts.add("partyPart", name(ReportField.PARTY_PART), mine.getPartyPart(), theirs.getPartyPart());
        }
        if (stored.reader().may(Permission.ENTER_REPORTS)) {
            texts.add("behindNote", name(ReportField.BEHIND_NOTE), mine.getBehindNote(), theirs.getBehindNote());
        }
        return new ConflictPage(stored, found, again, action(stored));
    }

    private static String action(ReportPage stored) {
        String path = "/progress/" + stored.township().id() + "/" + stored.period();
        if (stored.mayEnter()) {
            return path + "/draft";
        }
        return stored.mayConfirmOwnPart() ? path + "/own-part" : "";
    }

    private void figures(
            MonthlyReportForm mine,
            ReportPage stored,
            Locale locale,
            List<Difference> found,
            Map<String, String> again) {
        for (ReportPage.Line line : stored.lines()) {
            String typed = mine.figure(line.indicator().code());
            String parameter = "figures[" + line.indicator().code() + "]";
            if (isSame(typed, line.typed())) {
                again.put(parameter, typed);
            } else {
                found.add(Difference.of(parameter, "", line.indicator().name(locale), typed, FigureText.of(line)));
            }
        }
    }

    private static void reasons(
            MonthlyReportForm mine,
            ReportPage stored,
            Locale locale,
            List<Difference> found,
            Map<String, String> again) {
        mine.getReasons()
                .forEach((name, typed) -> ReasonKey.parse(name)
                        .flatMap(about -> stored.lines().stream()
                                .filter(line -> line.indicator().code().equals(about.field()))
                                .findFirst()
                                .map(line -> Difference.of(
                                        "reasons[" + name + "]",
                                        "",
                                        line.indicator().plainName(locale),
                                        Objects.requireNonNullElse(typed, "").strip(),
                                        stored.findings().reasons().getOrDefault(about, ""))))
                        .ifPresent(difference -> {
                            if (difference.mine().equals(difference.theirs())) {
                                again.put(difference.parameter(), difference.mine());
                            } else {
                                found.add(difference);
                            }
                        }));
    }

    /** 22,166 and 22166.00 are the same figure. */
    private boolean isSame(String typed, @org.jspecify.annotations.Nullable BigDecimal stored) {
        if (typed.isEmpty() || stored == null) {
            return typed.isEmpty() && stored == null;
        }
        Optional<BigDecimal> number = input.number(typed);
        return number.isPresent() && number.get().compareTo(stored) == 0;
    }

    private static String name(String field) {
        return "progress.field." + field;
    }

    private record Sides(List<Difference> found, Map<String, String> again, boolean prefersTheirs) {

        void add(String parameter, String labelKey, String mine, String theirs) {
            if (mine.strip().equals(theirs.strip())) {
                again.put(parameter, mine);
                return;
            }
            Difference difference = Difference.of(parameter, labelKey, "", mine, theirs);
            found.add(prefersTheirs ? difference.preferringTheirs() : difference);
        }
    }
}
