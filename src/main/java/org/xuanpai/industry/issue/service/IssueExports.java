package org.xuanpai.industry.issue.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.exchange.Column;
import org.xuanpai.exchange.ExportTarget;
import org.xuanpai.exchange.TableExport;
import org.xuanpai.industry.MayReadIssuedFigures;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.Period;

/** A sheet as a file, with the heads by which it is read again when somebody has filled it in. */
@Service
@Transactional
public class IssueExports {

    private static final int CODE_WIDTH = 12;
    private static final int FIGURE_WIDTH = 26;

    private final IssueQueries queries;
    private final AuditTrail trail;

    IssueExports(IssueQueries queries, AuditTrail trail) {
        this.queries = queries;
        this.trail = trail;
    }

    /** The townships and indicators of a month, with what counts. */
    @MayReadIssuedFigures
    public void exportSheet(CurrentUser user, FigureIssuer issuer, Period period, ExportTarget target) {
        SheetView sheet = queries.sheet(user, issuer, period);
        Locale locale = LocaleContextHolder.getLocale();
        List<Column<SheetView.Row>> columns = new ArrayList<>();
        columns.add(Column.<SheetView.Row>text(
                        "industry.code", row -> row.township().code())
                .wide(CODE_WIDTH));
        columns.add(Column.text("industry.township", row -> row.township().name()));
        sheet.indicators()
                .forEach(indicator -> columns.add(Column.<SheetView.Row>number(
                                indicator.name(locale) + " (" + indicator.unit(locale) + ")",
                                indicator.decimals(),
                                row -> row.value(indicator.code()))
                        .wide(FIGURE_WIDTH)));
        TableExport<SheetView.Row> table = new TableExport<>("industry.issue.file." + issuer, List.of(period), columns);
        long rows = target.write(user, table, sheet.rows());
        trail.record(TrailEvent.exported(
                "/industry/issued/" + issuer + "/" + period, issuer + " " + period, "", rows, target));
    }
}
