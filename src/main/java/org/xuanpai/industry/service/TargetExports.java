package org.xuanpai.industry.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.exchange.Column;
import org.xuanpai.exchange.ExportTarget;
import org.xuanpai.exchange.TableExport;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.MayReadTargets;
import org.xuanpai.industry.TargetView;
import org.xuanpai.shared.CurrentUser;

/** Targets as files: the rows on the screen. */
@Service
@Transactional
public class TargetExports {

    private static final int CODE_WIDTH = 12;
    private static final int NAME_WIDTH = 28;

    private final TargetQueries targets;
    private final AuditTrail trail;

    TargetExports(TargetQueries targets, AuditTrail trail) {
        this.targets = targets;
        this.trail = trail;
    }

    /** All townships of the user's scope. */
    @MayReadTargets
    public void exportList(CurrentUser user, int year, ExportTarget target) {
        TargetList list = targets.list(user, year);
        List<Column<TownshipTargets>> columns = new ArrayList<>(List.of(
                Column.<TownshipTargets>text("industry.code", TownshipTargets::code)
                        .wide(CODE_WIDTH),
                Column.text("industry.township", TownshipTargets::name),
                Column.message("industry.type", TownshipTargets::typeKey),
                Column.<TownshipTargets>message("industry.state", TownshipTargets::stateKey)
                        .wide(NAME_WIDTH)));
        Locale locale = LocaleContextHolder.getLocale();
        list.indicators()
                .forEach(indicator -> columns.add(Column.number(
                        named(indicator, locale),
                        indicator.decimals(),
                        row -> row.target(indicator.code()).orElse(null))));
        long rows = target.write(
                user, new TableExport<>("industry.list.file", List.of(String.valueOf(year)), columns), list.all());
        trail.record(TrailEvent.exported("/targets?year=" + year, "", "", rows, target));
    }

    /** What counts for one township, one row an indicator. */
    @MayReadTargets
    public void exportSheet(CurrentUser user, UUID township, int year, ExportTarget target) {
        TargetSheetView sheet = targets.sheet(user, township, year);
        Locale locale = LocaleContextHolder.getLocale();
        List<Row> rows = sheet.indicators().stream()
                .map(indicator -> new Row(
                        indicator,
                        sheet.counts() == null ? null : sheet.counts().lines().get(indicator.code())))
                .toList();
        TableExport<Row> table = TableExport.of(
                "industry.sheet.file",
                Column.<Row>text("industry.indicator", row -> row.indicator().name(locale))
                        .wide(NAME_WIDTH),
                Column.text("industry.unit", row -> row.indicator().unit(locale)),
                Column.number(
                        "industry.baseline",
                        2,
                        row -> row.line() == null ? null : row.line().baseline()),
                Column.number(
                        "industry.target",
                        2,
                        row -> row.line() == null ? null : row.line().yearlyTarget()));
        String name = sheet.township().name();
        long count = target.write(user, table.titled(name, String.valueOf(year)), rows);
        trail.record(
                TrailEvent.exported("/targets/" + township + "/" + year, name + " " + year, township, count, target));
    }

    private static String named(IndicatorView indicator, Locale locale) {
        return indicator.name(locale) + " (" + indicator.unit(locale) + ")";
    }

    private record Row(IndicatorView indicator, @Nullable TargetView line) {}
}
