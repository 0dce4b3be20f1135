package org.xuanpai.progress.controller;

import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.progress.service.SummedReportQueries;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;

/** The reports of merged townships as one. */
@Controller
@Navigation(Section.REPORTS)
class SummedReportController {

    private final SummedReportQueries reports;

    SummedReportController(SummedReportQueries reports) {
        this.reports = reports;
    }

    @GetMapping("/progress/{township}/{month}/sum")
    String show(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID township,
            @PathVariable Period month,
            Model model) {
        model.addAttribute("page", reports.report(user, township, month));
        return "progress/sum";
    }
}
