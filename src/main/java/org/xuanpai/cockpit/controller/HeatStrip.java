package org.xuanpai.cockpit.controller;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.xuanpai.cockpit.service.CockpitPage;
import org.xuanpai.cockpit.service.HeatRow;
import org.xuanpai.shared.Period;

/** Lays the lights of a year out as the heat fragment draws them, with a word for every cell. */
@Component
class HeatStrip {

    private final MessageSource messages;

    HeatStrip(MessageSource messages) {
        this.messages = messages;
    }

    Table of(CockpitPage page) {
        Locale locale = LocaleContextHolder.getLocale();
        return new Table(
                page.strip().stream().map(HeatStrip::head).toList(),
                page.heat().stream().map(row -> row(row, locale)).toList());
    }

    private static Head head(Period period) {
        String month = String.valueOf(period.monthValue());
        return new Head(period.coversJanuary() ? "1\u2013" + month : month, period.coversJanuary());
    }

    private Row row(HeatRow row, Locale locale) {
        List<Cell> cells = row.cells().stream()
                .map(cell -> new Cell(
                        cell.kind(),
                        messages.getMessage(
                                "cockpit.heat.cell",
                                new Object[] {cell.period(), messages.getMessage(cell.key(), null, locale)},
                                locale),
                        cell.due() ? cell.path() : null,
                        cell.period().coversJanuary()))
                .toList();
        return new Row(row.township().report().township(), row.township().path(), cells);
    }

    record Table(List<Head> heads, List<Row> rows) {}

    /** Names a month. */
    record Head(String text, boolean wide) {}

    record Row(String name, String href, List<Cell> cells) {}

    /** A month of a township. */
    record Cell(String kind, String text, @Nullable String href, boolean wide) {}
}
