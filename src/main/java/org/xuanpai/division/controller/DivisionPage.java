package org.xuanpai.division.controller;

import java.util.List;
import java.util.UUID;
import org.xuanpai.division.service.ChildRow;
import org.xuanpai.division.service.HistoryRow;
import org.xuanpai.division.service.TypeRow;
import org.xuanpai.division.service.UnitFacts;
import org.xuanpai.platform.Pager;

/**
 * One unit with what lies below it.
 *
 * @param unit the unit
 * @param types a township's types, newest first
 * @param children one page of the units below
 * @param pager which page
 * @param history what it was, came from and went to
 * @param mayEdit whether the user may propose and confirm types
 * @param account the user, who cannot confirm what they proposed
 */
record DivisionPage(
        UnitFacts unit,
        List<TypeRow> types,
        List<ChildRow> children,
        Pager pager,
        List<HistoryRow> history,
        boolean mayEdit,
        UUID account) {

    /** What the units below are called. */
    public String childrenKey() {
        return unit.isTownship() ? "division.villages.title" : "division.townships.title";
    }

    /** What an organizer may propose for a unit of this level. */
    public List<String> acts() {
        if (!mayEdit || unit.validTo() != null) {
            return List.of();
        }
        return switch (unit.level()) {
            case PROVINCE, CITY -> List.of();
            case COUNTY -> List.of("add");
            case TOWNSHIP -> List.of("rename", "merge", "split", "move", "add", "close");
            case VILLAGE -> List.of("rename", "merge", "split", "close");
        };
    }

    /** Whether the user may take the proposal back. */
    public boolean mayWithdraw(TypeRow type) {
        return mayEdit && type.waits() && type.isFrom(account);
    }

    /** Whether the user may confirm the proposal. */
    public boolean mayConfirm(TypeRow type) {
        return mayEdit && type.waits() && !type.isFrom(account);
    }
}
