package org.xuanpai.progress.controller;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.progress.FigureNotTyped;
import org.xuanpai.progress.FigureRefused;
import org.xuanpai.progress.ReportField;
import org.xuanpai.progress.ReportIncomplete;
import org.xuanpai.progress.TextField;
import org.xuanpai.progress.TypedField;
import org.xuanpai.progress.check.Finding;
import org.xuanpai.progress.check.ReasonKey;
import org.xuanpai.progress.service.ReportContent;
import org.xuanpai.progress.service.ReportPage;

/** Turns what was typed on the monthly form into content, and says at each field what is wrong with it. */
@Component
class ReportInput {

    private static final Pattern DAYS = Pattern.compile("\\d{1,2}");

    private final ConversionService conversions;

    ReportInput(ConversionService mvcConversionService) {
        this.conversions = mvcConversionService;
    }

    /** The content; fields that are not open keep what is stored. Use it only when {@code errors} stayed empty. */
    ReportContent content(ReportPage page, MonthlyReportForm form, BindingResult errors) {
        Map<String, BigDecimal> figures = new TreeMap<>();
        for (ReportPage.Line line : page.lines()) {
            IndicatorView indicator = line.indicator();
            if (!indicator.isTyped()) {
                mustBeEmpty(indicator, form, errors);
                continue;
            }
            Optional<BigDecimal> value =
                    page.isOpen(indicator.code()) ? figure(indicator, form, errors) : Optional.ofNullable(line.typed());
            value.ifPresent(typed -> figures.put(indicator.code(), typed));
        }
        boolean ownPartOpen = page.isOpen(ReportField.OWN_PART);
        ReportPage.Texts stored = page.texts();
        return new ReportContent(
                figures,
                ownPartOpen ? days(page, form, errors) : stored.daysOnSite(),
                ownPartOpen ? form.getAchievements() : stored.achievements(),
                page.isOpen(ReportField.BEHIND_NOTE) ? form.getBehindNote() : stored.behindNote(),
                page.isOpen(ReportField.PARTY_PART) ? form.getPartyPart() : stored.partyPart(),
                ownPartOpen ? form.getAbsence() : stored.absence(),
                reasons(page, form));
    }

    /** Reasons at open fields of this report; whatever else came along is left out. */
    private static Map<ReasonKey, String> reasons(ReportPage page, MonthlyReportForm form) {
        Map<ReasonKey, String> reasons = new TreeMap<>();
        Set<String> open = Stream.concat(
                        page.lines().stream().map(line -> line.indicator().code()), ReportField.ALL.stream())
                .filter(page::isOpen)
                .collect(Collectors.toSet());
        form.getReasons()
                .forEach((name, typed) -> ReasonKey.parse(name)
                        .filter(about -> open.contains(about.field()))
                        .ifPresent(about -> reasons.put(
                                about, Objects.requireNonNullElse(typed, "").strip())));
        return reasons;
    }

    /** One field as the services compare it. Use it only when {@link #content} found nothing wrong with the field. */
    TypedField canonical(MonthlyReportForm form, String field) {
        return new TypedField(field, canonical(field, form.seen(field)), canonical(field, form.typed(field)));
    }

    private String canonical(String field, String typed) {
        if (ReasonKey.parse(field).isPresent()) {
            return typed.strip();
        }
        if (TextField.named(field).isEmpty()) {
            return number(typed)
                    .map(figure -> figure.stripTrailingZeros().toPlainString())
                    .orElse(typed);
        }
        String text = field.equals(TextField.DAYS_ON_SITE.name()) ? typed.strip() : typed;
        return DAYS.matcher(text).matches() && field.equals(TextField.DAYS_ON_SITE.name())
                ? String.valueOf(Integer.parseInt(text))
                : text;
    }

    /** The First Secretary's days in the township; {@code null} for not stated. */
    @Nullable
    Integer days(ReportPage page, MonthlyReportForm form, BindingResult errors) {
        int most = page.period().days();
        String typed = form.getDaysOnSite().strip();
        if (typed.isEmpty()) {
            return null;
        }
        if (!DAYS.matcher(typed).matches() || Integer.parseInt(typed) > most) {
            errors.rejectValue("daysOnSite", "progress.error.days", new Object[] {most}, null);
            return null;
        }
        return Integer.valueOf(typed);
    }

    /** Says at its field what keeps the report from being handed in. */
    static void notReady(ReportPage page, ReportIncomplete incomplete, BindingResult errors) {
        Locale locale = LocaleContextHolder.getLocale();
        for (Finding finding : incomplete.findings().open()) {
            String field = finding.isBlocking() ? pathOf(finding.field()) : "reasons[" + finding.reasonKey() + "]";
            String missing = finding.parts().isEmpty() ? "check.reason.missing.part" : "check.reason.missing";
            String key = finding.isBlocking() ? finding.key() : missing;
            errors.rejectValue(field, key, finding.arguments(locale), null);
        }
        for (String field : incomplete.missing()) {
            switch (field) {
                case ReportField.OWN_PART -> errors.rejectValue("achievements", "progress.error.ownPartMissing");
                case ReportField.PARTY_PART -> errors.rejectValue("partyPart", "progress.error.partyPartMissing");
                case ReportField.BEHIND_NOTE -> errors.rejectValue("behindNote", "progress.error.behindNoteMissing");
                default -> {
                    Object[] name = {page.indicator(field).title(locale)};
                    errors.rejectValue(path(field), "progress.error.figureMissing", name, null);
                }
            }
        }
    }

    /** Where on the form a closed field is. */
    static String pathOf(String field) {
        return switch (field) {
            case ReportField.OWN_PART -> "achievements";
            case ReportField.PARTY_PART -> "partyPart";
            case ReportField.BEHIND_NOTE -> "behindNote";
            default -> path(field);
        };
    }

    /** There is no field for it on the page; whoever sends one all the same is told. */
    private static void mustBeEmpty(IndicatorView indicator, MonthlyReportForm form, BindingResult errors) {
        if (!form.figure(indicator.code()).isEmpty()) {
            Object[] name = {indicator.title(LocaleContextHolder.getLocale())};
            errors.rejectValue(path(indicator.code()), FigureNotTyped.keyOf(indicator), name, null);
        }
    }

    private Optional<BigDecimal> figure(IndicatorView indicator, MonthlyReportForm form, BindingResult errors) {
        String typed = form.figure(indicator.code());
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> figure = number(typed);
        String wrong = figure.map(value -> wrong(indicator, value)).orElse("progress.error.notANumber");
        if (!wrong.isEmpty()) {
            Object[] arguments = {indicator.title(LocaleContextHolder.getLocale()), indicator.decimals()};
            errors.rejectValue(path(indicator.code()), wrong, arguments, null);
            return Optional.empty();
        }
        return figure;
    }

    /** Message key of what is wrong; empty for nothing. */
    private static String wrong(IndicatorView indicator, BigDecimal value) {
        return indicator
                .fault(value)
                .map(fault -> FigureRefused.keyOf(indicator, fault))
                .orElse("");
    }

    /** The number somebody typed; empty for anything else. */
    Optional<BigDecimal> number(String typed) {
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
