package org.xuanpai.progress.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.division.Shape;
import org.xuanpai.exchange.Column;
import org.xuanpai.exchange.ExportTarget;
import org.xuanpai.exchange.TableExport;
import org.xuanpai.progress.Light;
import org.xuanpai.progress.MayReadReports;
import org.xuanpai.progress.MayReviewReports;
import org.xuanpai.progress.ReportStanding;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;

/** Reports and their lists as files: what is on the screen, nothing else. */
@Service
@Transactional
public class ReportExports {

    private static final int DECIMALS = 2;
    private static final int NAME_WIDTH = 30;
    private static final int SHORT_WIDTH = 10;

    private static final TableExport<QueueRow> QUEUE = TableExport.of(
            "progress.reviews.title",
            Column.text("progress.list.township", QueueRow::township),
            Column.<QueueRow>text("progress.list.month", QueueRow::monthText).wide(SHORT_WIDTH),
            Column.<QueueRow>whole("progress.reviews.number", QueueRow::number).wide(SHORT_WIDTH),
            Column.text("progress.reviews.by", QueueRow::byName),
            Column.dateTime("progress.list.since", QueueRow::since),
            Column.date("progress.list.until", row -> row.due().day()));

    private final ReportListQueries lists;
    private final ReviewQueries reviews;
    private final ReportQueries reports;
    private final AuditTrail trail;

    ReportExports(ReportListQueries lists, ReviewQueries reviews, ReportQueries reports, AuditTrail trail) {
        this.lists = lists;
        this.reviews = reviews;
        this.reports = reports;
        this.trail = trail;
    }

    /** The list of due months or townships, these in the shape of the land that is asked for. */
    @MayReadReports
    public void exportList(CurrentUser user, Optional<Period> month, Shape shape, ExportTarget target) {
        ReportList list = lists.list(user, month, shape);
        long rows = target.write(user, table(list), list.rows());
        Object period = list.month() == null ? "" : list.month();
        trail.record(TrailEvent.exported("/progress", period.toString(), "", rows, target));
    }

    private static TableExport<ReportStanding> table(ReportList list) {
        List<Column<ReportStanding>> columns = new ArrayList<>(List.of(
                Column.<ReportStanding>text("progress.list.month", ReportStanding::monthText)
                        .wide(SHORT_WIDTH),
                Column.text("progress.list.township", ReportStanding::township),
                Column.message("progress.list.status", ReportStanding::plainKey),
                Column.<ReportStanding>whole("progress.list.submissions", ReportStanding::submissions)
                        .wide(SHORT_WIDTH),
                Column.message("progress.list.holder", ReportStanding::holderKey),
                Column.dateTime("progress.list.since", ReportStanding::since),
                Column.date("progress.list.until", ReportStanding::dueDay),
                Column.dateTime("progress.list.deadline", row -> row.deadline().at()),
                Column.dateTime("progress.list.firstSubmitted", ReportStanding::firstSubmittedAt),
                Column.message("progress.list.late", ReportStanding::lateKey),
                Column.number("progress.burden.share", 1, list::carried)));
        if (list.isToday()) {
            columns.add(Column.text("progress.list.today", list::today));
        }
        return new TableExport<>("progress.list.title", List.of(), columns);
    }

    /** The reports waiting for a review. */
    @MayReviewReports
    public void exportQueue(CurrentUser user, ExportTarget target) {
        long rows = target.write(user, QUEUE, reviews.queue(user));
        trail.record(TrailEvent.exported("/progress/reviews", "", "", rows, target));
    }

    /** The figures of one report. */
    @MayReadReports
    public void exportReport(CurrentUser user, UUID township, Period period, ExportTarget target) {
        ReportPage page = reports.page(user, township, period);
        TableExport<ReportPage.Line> table = figures(LocaleContextHolder.getLocale(), page.lines())
                .titled(page.township().name(), period);
        long rows = target.write(user, table, page.lines());
        trail.record(TrailEvent.exported(
                "/progress/" + township + "/" + period, page.township().name() + " " + period, township, rows, target));
    }

    private static TableExport<ReportPage.Line> figures(Locale locale, List<ReportPage.Line> lines) {
        List<Column<ReportPage.Line>> columns = new ArrayList<>(List.of(
                Column.<ReportPage.Line>text(
                                "progress.form.indicator",
                                line -> line.indicator().name(locale))
                        .wide(NAME_WIDTH),
                Column.<ReportPage.Line>text(
                                "progress.form.unit", line -> line.indicator().unit(locale))
                        .wide(SHORT_WIDTH),
                Column.number("progress.form.previousMonth", DECIMALS, ReportPage.Line::previousMonth),
                Column.number("progress.form.month", DECIMALS, ReportPage.Line::monthValue),
                Column.number("progress.form.cumulative", DECIMALS, ReportPage.Line::cumulative),
                Column.number("progress.form.lastYear", DECIMALS, ReportPage.Line::lastYear),
                Column.number("progress.export.growth", DECIMALS, ReportPage.Line::growth),
                Column.number("progress.form.target", DECIMALS, ReportPage.Line::yearlyTarget),
                Column.number("progress.export.completion", 1, ReportPage.Line::completion),
                Column.message("progress.form.pace", ReportExports::paceKey)));
        if (lines.stream().anyMatch(line -> line.isOtherwise() && !line.isIssuedSince())) {
            columns.add(Column.number("progress.export.monthThen", DECIMALS, ReportPage.Line::monthThen));
            columns.add(Column.number("progress.export.cumulativeThen", DECIMALS, ReportPage.Line::cumulativeThen));
            columns.add(Column.number("progress.export.growthThen", DECIMALS, ReportPage.Line::growthThen));
            columns.add(Column.number("progress.export.completionThen", 1, ReportPage.Line::completionThen));
        }
        return new TableExport<>("progress.export.title", List.of(), columns);
    }

    private static @Nullable String paceKey(ReportPage.Line line) {
        return line.light() == Light.NONE ? null : "common.light." + line.lightKind();
    }
}
