package org.xuanpai.progress.controller;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xuanpai.division.Shape;
import org.xuanpai.exchange.ExportFormat;
import org.xuanpai.exchange.Exports;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.progress.service.ReportExports;
import org.xuanpai.progress.service.ReportListQueries;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;

/** The months that are due: a township's own, or every township of one month; and reports as files. */
@Controller
@RequestMapping("/progress")
@Navigation(Section.REPORTS)
class ReportListController {

    private final ReportListQueries lists;
    private final ReportExports files;
    private final Exports exports;

    ReportListController(ReportListQueries lists, ReportExports files, Exports exports) {
        this.lists = lists;
        this.files = files;
        this.exports = exports;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal CurrentUser user,
            @RequestParam Optional<Period> month,
            @RequestParam(required = false) @Nullable String shape,
            Model model) {
        model.addAttribute("list", lists.list(user, month, Shape.of(shape)));
        return "progress/list";
    }

    @GetMapping("/export")
    void exportList(
            @AuthenticationPrincipal CurrentUser user,
            @RequestParam Optional<Period> month,
            @RequestParam(required = false) @Nullable String shape,
            @RequestParam ExportFormat format,
            HttpServletResponse response) {
        exports.send(format, response, target -> files.exportList(user, month, Shape.of(shape), target));
    }

    @GetMapping("/{township}/{month}/export")
    void exportReport(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID township,
            @PathVariable Period month,
            @RequestParam ExportFormat format,
            HttpServletResponse response) {
        exports.send(format, response, target -> files.exportReport(user, township, month, target));
    }
}
