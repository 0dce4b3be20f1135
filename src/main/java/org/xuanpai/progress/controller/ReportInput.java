package org.xuanpai.progress.controller;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.progress.ReportField;
import org.xuanpai.progress.ReportIncomplete;
import org.xuanpai.progress.service.ReportContent;
import org.xuanpai.progress.service.ReportPage;

/** Turns what was typed on the monthly form into content, and says at each field what is wrong with it. */
@Component
class ReportInput {

    /** Larger figures than a trillion units are typing errors, and would not fit the column. */
    private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(12);

    private static final Pattern DAYS = Pattern.compile("\\d{1,2}");
    private static final int MOST_DAYS = 62;

    private final ConversionService conversions;

    ReportInput(ConversionService mvcConversionService) {
        this.conversions = mvcConversionService;
    }

    /** The content; fields that are not open keep what is stored. Use it only when {@code errors} stayed empty. */
    ReportContent content(ReportPage page, MonthlyReportForm form, BindingResult errors) {
        Map<String, BigDecimal> figures = new TreeMap<>();
        for (ReportPage.Line line : page.lines()) {
            IndicatorView indicator = line.indicator();
            Optional<BigDecimal> value =
                    page.isOpen(indicator.code()) ? figure(indicator, form, errors) : Optional.ofNullable(line.typed());
            value.ifPresent(typed -> figures.put(indicator.code(), typed));
        }
        boolean ownPartOpen = page.isOpen(ReportField.OWN_PART);
        ReportPage.Texts stored = page.texts();
        return new ReportContent(
                figures,
                ownPartOpen ? days(form, errors) : stored.daysOnSite(),
                ownPartOpen ? form.getAchievements() : stored.achievements(),
                page.isOpen(ReportField.BEHIND_NOTE) ? form.getBehindNote() : stored.behindNote(),
                page.isOpen(ReportField.PARTY_PART) ? form.getPartyPart() : stored.partyPart(),
                form.getAbsence());
    }

    /** The First Secretary's days in the township; {@code null} for not stated. */
    @Nullable
    Integer days(MonthlyReportForm form, BindingResult errors) {
        String typed = form.getDaysOnSite().strip();
        if (typed.isEmpty()) {
            return null;
        }
        if (!DAYS.matcher(typed).matches() || Integer.parseInt(typed) > MOST_DAYS) {
            errors.rejectValue("daysOnSite", "progress.error.days", new Object[] {MOST_DAYS}, null);
            return null;
        }
        return Integer.valueOf(typed);
    }

    /** Says at its field what keeps the report from being handed in. */
    static void missing(ReportPage page, ReportIncomplete incomplete, BindingResult errors) {
        Locale locale = LocaleContextHolder.getLocale();
        for (String field : incomplete.missing()) {
            switch (field) {
                case ReportField.OWN_PART -> errors.rejectValue("achievements", "progress.error.ownPartMissing");
                case ReportField.PARTY_PART -> errors.rejectValue("partyPart", "progress.error.partyPartMissing");
                default ->
                    errors.rejectValue(
                            path(field),
                            "progress.error.figureMissing",
                            new Object[] {name(page, field, locale)},
                            null);
            }
        }
    }

    private static String name(ReportPage page, String code, Locale locale) {
        return page.lines().stream()
                .map(ReportPage.Line::indicator)
                .filter(indicator -> indicator.code().equals(code))
                .map(indicator -> indicator.name(locale))
                .findFirst()
                .orElse(code);
    }

    private Optional<BigDecimal> figure(IndicatorView indicator, MonthlyReportForm form, BindingResult errors) {
        String typed = form.figure(indicator.code());
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> figure = number(typed);
        String wrong = figure.map(value -> wrong(indicator, value)).orElse("progress.error.notANumber");
        if (!wrong.isEmpty()) {
            Object[] arguments = {indicator.name(LocaleContextHolder.getLocale()), indicator.decimals()};
            errors.rejectValue(path(indicator.code()), wrong, arguments, null);
            return Optional.empty();
        }
        return figure;
    }

    private static String wrong(IndicatorView indicator, BigDecimal value) {
        if (value.signum() < 0 && !indicator.mayBeNegative()) {
            return "progress.error.negative";
        }
        if (value.abs().compareTo(TOO_LARGE) >= 0) {
            return "progress.error.tooLarge";
        }
        return value.stripTrailingZeros().scale() > indicator.decimals() ? "progress.error.decimals" : "";
    }

    private Optional<BigDecimal> number(String typed) {
        try {
            return Optional.ofNullable(conversions.convert(typed, BigDecimal.class));
        } catch (ConversionException notANumber) {
            return Optional.empty();
        }
    }

    private static String path(String code) {
        return "figures[" + code + "]";
    }
}
