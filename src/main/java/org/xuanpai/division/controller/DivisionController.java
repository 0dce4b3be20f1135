package org.xuanpai.division.controller;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xuanpai.division.service.LandExports;
import org.xuanpai.division.service.LandQueries;
import org.xuanpai.exchange.ExportFormat;
import org.xuanpai.exchange.Exports;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Permission;

/** Townships of the scope, and one unit with what lies below it. */
@Controller
@RequestMapping("/divisions")
@Navigation(Section.LAND)
class DivisionController {

    private final LandQueries land;
    private final DivisionPages pages;
    private final LandExports lists;
    private final Exports exports;

    DivisionController(LandQueries land, DivisionPages pages, LandExports lists, Exports exports) {
        this.land = land;
        this.pages = pages;
        this.lists = lists;
        this.exports = exports;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal CurrentUser user,
            @RequestParam(required = false) @Nullable String on,
            Model model) {
        LocalDate day = LandDay.of(on);
        model.addAttribute("townships", land.townships(user.scope(), day));
        model.addAttribute("day", day);
        model.addAttribute("mayEdit", user.may(Permission.EDIT_LAND));
        model.addAttribute(
                "county", user.scope().counties().stream().findFirst().orElse(null));
        return "division/list";
    }

    @GetMapping("/export")
    void exportList(
            @AuthenticationPrincipal CurrentUser user,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam ExportFormat format,
            HttpServletResponse response) {
        exports.send(format, response, target -> lists.exportTownships(user, LandDay.of(on), target));
    }

    @GetMapping("/{id}")
    String show(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String page,
            Model model) {
        model.addAttribute("page", pages.of(user, id, page));
        model.addAttribute("form", new TownshipTypeForm());
        return "division/show";
    }

    @GetMapping("/{id}/export")
    void exportChildren(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID id,
            @RequestParam ExportFormat format,
            HttpServletResponse response) {
        exports.send(format, response, target -> lists.exportChildren(user, id, target));
    }
}
