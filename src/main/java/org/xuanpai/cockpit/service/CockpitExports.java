package org.xuanpai.cockpit.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.cockpit.MayReadCockpit;
import org.xuanpai.division.Shape;
import org.xuanpai.exchange.Column;
import org.xuanpai.exchange.ExportTarget;
import org.xuanpai.exchange.TableExport;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.progress.Light;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;

/** The cockpit's table as a file: the rows on the screen with the figures behind their percentages. */
@Service
@Transactional
public class CockpitExports {

    private static final int PERCENT_DECIMALS = 1;
    private static final int GROWTH_DECIMALS = 2;
    private static final int NARROW = 12;

    private final CockpitQueries queries;
    private final AuditTrail trail;
    private final MessageSource messages;

    CockpitExports(CockpitQueries queries, AuditTrail trail, MessageSource messages) {
        this.queries = queries;
        this.trail = trail;
        this.messages = messages;
    }

    /** The due townships of a month. */
    @MayReadCockpit
    public void export(CurrentUser user, Optional<Period> month, Shape shape, ExportTarget target) {
        CockpitPage page = queries.page(user, month, shape);
        long rows = target.write(user, table(page), page.lines());
        trail.record(TrailEvent.exported("/cockpit", page.month().toString(), "", rows, target));
    }

    private TableExport<TownshipLine> table(CockpitPage page) {
        Locale locale = LocaleContextHolder.getLocale();
        List<Column<TownshipLine>> columns = new ArrayList<>(List.of(
                Column.<TownshipLine>text("cockpit.code", TownshipLine::code).wide(NARROW),
                Column.text("cockpit.township", line -> line.report().township()),
                Column.<TownshipLine>text("cockpit.firstSecretary", TownshipLine::firstSecretary)
                        .wide(NARROW),
                Column.message("cockpit.state", line -> line.report().plainKey()),
                Column.<TownshipLine>whole(
                                "cockpit.export.submissions",
                                line -> line.report().submissions())
                        .wide(NARROW),
                Column.message("cockpit.export.holder", line -> line.report().holderKey()),
                Column.<TownshipLine>text(
                                "cockpit.export.holderName",
                                line -> line.report().holderName())
                        .wide(NARROW),
                Column.dateTime("cockpit.export.since", line -> line.report().since())));
        for (int i = 0; i < page.indicators().size(); i++) {
            addFigures(columns, i, page.indicators().get(i), locale);
        }
        return new TableExport<>("cockpit.export.title", List.of(page.county(), page.month()), columns);
    }

    private void addFigures(List<Column<TownshipLine>> columns, int at, IndicatorView indicator, Locale locale) {
        int decimals = indicator.decimals();
        columns.add(Column.number(
                head("cumulative", indicator, locale),
                decimals,
                line -> line.figures().get(at).cumulative()));
        columns.add(Column.number(
                head("target", indicator, locale),
                decimals,
                line -> line.figures().get(at).yearlyTarget()));
        columns.add(Column.number(
                head("completion", indicator, locale),
                PERCENT_DECIMALS,
                line -> line.figures().get(at).completion()));
        columns.add(Column.number(
                head("growth", indicator, locale),
                GROWTH_DECIMALS,
                line -> line.figures().get(at).growth()));
        columns.add(Column.message(
                head("light", indicator, locale),
                line -> lightKey(line.figures().get(at))));
    }

    /** An indicator's columns stand beside each other and each says whose it is. */
    private String head(String what, IndicatorView indicator, Locale locale) {
        Object[] arguments = {indicator.plainName(locale), indicator.unit(locale)};
        return messages.getMessage("cockpit.export." + what, arguments, locale);
    }

    /** Nothing to compare is an empty cell: the state says whether anything was reported. */
    private static @Nullable String lightKey(FigureCell cell) {
        return cell.light() == Light.NONE ? null : cell.lightKey();
    }
}
