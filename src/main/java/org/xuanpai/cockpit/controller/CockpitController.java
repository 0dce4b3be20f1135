package org.xuanpai.cockpit.controller;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xuanpai.cockpit.service.CockpitExports;
import org.xuanpai.cockpit.service.CockpitPage;
import org.xuanpai.cockpit.service.CockpitQueries;
import org.xuanpai.division.Shape;
import org.xuanpai.exchange.ExportFormat;
import org.xuanpai.exchange.Exports;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;

/** The county in one month, on screen and as a file. */
@Controller
@RequestMapping("/cockpit")
@Navigation(Section.COCKPIT)
class CockpitController {

    private final CockpitQueries queries;
    private final CockpitExports files;
    private final Exports exports;
    private final HeatStrip heat;

    CockpitController(CockpitQueries queries, CockpitExports files, Exports exports, HeatStrip heat) {
        this.queries = queries;
        this.files = files;
        this.exports = exports;
        this.heat = heat;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal CurrentUser user,
            @RequestParam Optional<Period> month,
            @RequestParam(required = false) @Nullable String shape,
            Model model) {
        CockpitPage page = queries.page(user, month, Shape.of(shape));
        model.addAttribute("page", page);
        model.addAttribute("heat", heat.of(page));
        return "cockpit/show";
    }

    @GetMapping("/export")
    void export(
            @AuthenticationPrincipal CurrentUser user,
            @RequestParam Optional<Period> month,
            @RequestParam(required = false) @Nullable String shape,
            @RequestParam ExportFormat format,
            HttpServletResponse response) {
        exports.send(format, response, target -> files.export(user, month, Shape.of(shape), target));
    }
}
