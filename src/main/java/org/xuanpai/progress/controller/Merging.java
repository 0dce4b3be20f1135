package org.xuanpai.progress.controller;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.xuanpai.progress.TextField;
import org.xuanpai.progress.check.ReasonKey;
import org.xuanpai.progress.service.ReportPage;

/**
 * Brings a form that was sent together with what is stored by now, field by field: what only one side touched merges silently,
 * what both touched differently is left to be asked about.
 */
@Component
class Merging {

    private final ReportInput input;

    Merging(ReportInput input) {
        this.input = input;
    }

    /** Puts what is stored into every field that was not touched, and gives back the fields that both sides touched. */
    Set<String> merge(MonthlyReportForm form, ReportPage stored) {
        MonthlyReportForm theirs = MonthlyReportForm.of(stored);
        Set<String> both = new LinkedHashSet<>();
        for (String field : FormFields.of(stored)) {
            String mine = form.typed(field);
            String now = theirs.typed(field);
            if (isSame(field, mine, form.seen(field)) || isSame(field, mine, now)) {
                form.show(field, now);
            } else if (!isSame(field, now, form.seen(field))) {
                both.add(field);
            }
        }
        return both;
    }

    /**
     * Puts what is stored back into closed fields, which the page shows read-only, and gives back those in which something else
     * was typed: it must not look saved.
     */
    List<String> takeBack(MonthlyReportForm form, ReportPage stored) {
        MonthlyReportForm theirs = MonthlyReportForm.of(stored);
        List<String> typed = new ArrayList<>();
        for (String field : FormFields.closed(stored)) {
            String mine = form.typed(field);
            String now = theirs.typed(field);
            if (!isSame(field, mine, form.seen(field)) && !isSame(field, mine, now)) {
                typed.add(field);
            }
            form.show(field, now);
        }
        return typed;
    }

    /** 22,166 and 22166.00 are the same figure. */
    boolean isSame(String field, String one, String other) {
        if (one.strip().equals(other.strip())) {
            return true;
        }
        if (TextField.named(field).isPresent() || ReasonKey.parse(field).isPresent()) {
            return false;
        }
        Optional<BigDecimal> figure = input.number(one);
        Optional<BigDecimal> otherFigure = input.number(other);
        return figure.isPresent() && otherFigure.isPresent() && figure.get().compareTo(otherFigure.get()) == 0;
    }
}
