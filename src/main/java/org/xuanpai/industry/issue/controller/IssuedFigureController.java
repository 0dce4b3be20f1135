package org.xuanpai.industry.issue.controller;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xuanpai.exchange.ExportFormat;
import org.xuanpai.exchange.Exports;
import org.xuanpai.industry.issue.service.IssueExports;
import org.xuanpai.industry.issue.service.IssueQueries;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.shared.CurrentUser;

/** What was issued, month by month, and one sheet of it. Issuing: {@link IssueController}; objecting: {@link ObjectionController}. */
@Controller
@RequestMapping("/industry/issued")
@Navigation(Section.ISSUED_FIGURES)
class IssuedFigureController {

    private final IssueQueries queries;
    private final IssueExports files;
    private final Exports exports;

    IssuedFigureController(IssueQueries queries, IssueExports files, Exports exports) {
        this.queries = queries;
        this.files = files;
        this.exports = exports;
    }

    @GetMapping
    String list(@AuthenticationPrincipal CurrentUser user, Model model) {
        model.addAttribute("list", queries.list(user));
        return "industry/issue/list";
    }

    @GetMapping("/{issuer}/{month}")
    String show(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable String issuer,
            @PathVariable String month,
            Model model) {
        IssuedMonth shown = IssuedMonth.of(issuer, month);
        model.addAttribute("sheet", queries.sheet(user, shown.issuer(), shown.period()));
        model.addAttribute("form", new ObjectionForm());
        return ObjectionController.PAGE;
    }

    @GetMapping("/{issuer}/{month}/export")
    void export(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable String issuer,
            @PathVariable String month,
            @RequestParam ExportFormat format,
            HttpServletResponse response) {
        IssuedMonth shown = IssuedMonth.of(issuer, month);
        exports.send(format, response, target -> files.exportSheet(user, shown.issuer(), shown.period(), target));
    }
}
