package org.xuanpai.division.service;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.division.MayReadLand;
import org.xuanpai.exchange.Column;
import org.xuanpai.exchange.ExportTarget;
import org.xuanpai.exchange.TableExport;
import org.xuanpai.shared.CurrentUser;

/** The lists of the land as files: the rows on the screen, all pages of them. */
@Service
@Transactional
public class LandExports {

    private static final int CODE_WIDTH = 15;
    private static final int NAME_WIDTH = 28;

    private static final TableExport<TownshipRow> TOWNSHIPS = TableExport.of(
            "division.list.title",
            Column.<TownshipRow>text("division.code", TownshipRow::code).wide(CODE_WIDTH),
            Column.<TownshipRow>text("division.name", TownshipRow::name).wide(NAME_WIDTH),
            Column.text("division.county", TownshipRow::countyName),
            Column.<TownshipRow>message("division.type", TownshipRow::typeKey).wide(CODE_WIDTH),
            Column.date("division.type.validFrom", TownshipRow::typeFrom),
            Column.whole("division.villages", TownshipRow::villages),
            Column.whole("division.proposals", TownshipRow::proposals));

    private static final TableExport<ChildRow> CHILDREN = TableExport.of(
            "division.children.file",
            Column.<ChildRow>text("division.code", ChildRow::code).wide(CODE_WIDTH),
            Column.<ChildRow>text("division.name", ChildRow::name).wide(NAME_WIDTH),
            Column.date("division.validFrom", ChildRow::validFrom));

    private final LandQueries land;
    private final AuditTrail trail;

    LandExports(LandQueries land, AuditTrail trail) {
        this.land = land;
        this.trail = trail;
    }

    /** Townships of the user's scope as they were on a day; today for none. */
    @MayReadLand
    public void exportTownships(CurrentUser user, @Nullable LocalDate day, ExportTarget target) {
        long rows = target.write(user, TOWNSHIPS, row -> land.forEachTownship(user.scope(), day, row));
        trail.record(TrailEvent.exported("/divisions", "", "", rows, target));
    }

    /** Units directly below one of the user's scope. */
    @MayReadLand
    public void exportChildren(CurrentUser user, UUID id, ExportTarget target) {
        UnitFacts unit = land.unit(user.scope(), id);
        TableExport<ChildRow> table = CHILDREN.titled(unit.name());
        long rows = target.write(user, table, row -> land.forEachChild(user.scope(), id, row));
        trail.record(TrailEvent.exported("/divisions/" + id, unit.name(), id, rows, target));
    }
}
