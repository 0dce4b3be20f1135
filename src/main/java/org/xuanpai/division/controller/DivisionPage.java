package org.xuanpai.division.controller;

import java.util.List;
import java.util.UUID;
import org.xuanpai.division.service.ChildRow;
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
 * @param mayEdit whether the user may propose and confirm types
 * @param account the user, who cannot confirm what they proposed
 */
record DivisionPage(
        UnitFacts unit, List<TypeRow> types, List<ChildRow> children, Pager pager, boolean mayEdit, UUID account) {

    /** What the units below are called. */
    public String childrenKey() {
        return unit.isTownship() ? "division.villages.title" : "division.townships.title";
    }

    /** Whether the user may confirm the proposal. */
    public boolean mayConfirm(TypeRow type) {
        return mayEdit && type.waits() && !type.isFrom(account);
    }
}
