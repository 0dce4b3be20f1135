package org.xuanpai.progress.controller;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.progress.MayEnterReports;
import org.xuanpai.progress.service.ReportPage;
import org.xuanpai.progress.service.ReportQueries;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;

/**
 * A column pasted into the monthly form. The answer says which fields are filled with what and which rows are not; the fields
 * are saved afterwards, as if they had been typed. 200: something is filled; 422: nothing is.
 */
@Controller
@RequestMapping("/progress/{township}/{month}")
@Navigation(Section.REPORTS)
class PasteController {

    private static final String PASTED = "progress/_live :: pasted";

    private final ReportQueries queries;

    PasteController(ReportQueries queries) {
        this.queries = queries;
    }

    @MayEnterReports
    @PostMapping("/column")
    ModelAndView paste(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID township,
            @PathVariable Period month,
            @RequestParam String text,
            @RequestParam(defaultValue = "") List<String> into) {
        ReportPage page = queries.page(user, township, month);
        Pasted pasted = new PastedColumn(
                        page.lines().stream().map(ReportPage.Line::indicator).toList(),
                        indicator -> page.mayType(indicator.code()))
                .read(text, into);
        return new ModelAndView(PASTED, pasted.isRefused() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("pasted", pasted);
    }
}
