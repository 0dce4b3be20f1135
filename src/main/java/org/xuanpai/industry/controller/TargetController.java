package org.xuanpai.industry.controller;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
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
import org.xuanpai.exchange.ExportFormat;
import org.xuanpai.exchange.Exports;
import org.xuanpai.industry.service.TargetExports;
import org.xuanpai.industry.service.TargetQueries;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.shared.CurrentUser;

/** Targets of all townships of a year, and of one township. Changing them: {@link TargetProposalController}. */
@Controller
@RequestMapping("/targets")
@Navigation(Section.TARGETS)
class TargetController {

    private final TargetQueries targets;
    private final TargetExports files;
    private final Exports exports;
    private final Clock clock;

    TargetController(TargetQueries targets, TargetExports files, Exports exports, Clock clock) {
        this.targets = targets;
        this.files = files;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal CurrentUser user,
            @RequestParam(required = false) @Nullable String year,
            Model model) {
        int shown = TargetYear.of(year, thisYear());
        model.addAttribute("list", targets.list(user, shown));
        model.addAttribute("years", TargetYear.around(shown, thisYear()));
        return "industry/list";
    }

    @GetMapping("/export")
    void exportList(
            @AuthenticationPrincipal CurrentUser user,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam ExportFormat format,
            HttpServletResponse response) {
        int shown = TargetYear.of(year, thisYear());
        exports.send(format, response, target -> files.exportList(user, shown, target));
    }

    @GetMapping("/{township}/{year}")
    String show(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID township,
            @PathVariable String year,
            Model model) {
        int shown = TargetYear.of(year);
        model.addAttribute("page", TargetPage.of(targets.sheet(user, township, shown), user));
        model.addAttribute("years", TargetYear.around(shown, thisYear()));
        return "industry/sheet";
    }

    @GetMapping("/{township}/{year}/export")
    void exportSheet(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID township,
            @PathVariable String year,
            @RequestParam ExportFormat format,
            HttpServletResponse response) {
        int shown = TargetYear.of(year);
        exports.send(format, response, target -> files.exportSheet(user, township, shown, target));
    }

    private int thisYear() {
        return LocalDate.now(clock).getYear();
    }
}
