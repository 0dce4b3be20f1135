package org.xuanpai.division.controller;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xuanpai.division.service.LandQueries;
import org.xuanpai.division.service.UnitFacts;
import org.xuanpai.platform.Pager;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Permission;

/** Puts the page of a unit together, for reading it and for a form that came back. */
@Component
class DivisionPages {

    static final int SIZE = 50;

    private final LandQueries land;

    DivisionPages(LandQueries land) {
        this.land = land;
    }

    /** Always the same number of queries: the unit, its types, one page below it, its history. */
    DivisionPage of(CurrentUser user, UUID id, @Nullable String page) {
        UnitFacts unit = land.unit(user.scope(), id);
        Pager pager = Pager.of(page, SIZE, unit.children());
        return new DivisionPage(
                unit,
                land.types(user.scope(), id),
                land.children(user.scope(), id, pager.size(), pager.offset()),
                pager,
                land.history(id),
                user.may(Permission.EDIT_LAND),
                user.accountId());
    }
}
