package org.xuanpai.industry.issue.controller;

import jakarta.validation.Valid;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xuanpai.industry.MayIssueFigures;
import org.xuanpai.industry.issue.IssueWay;
import org.xuanpai.industry.issue.IssuedFigureRefused;
import org.xuanpai.industry.issue.MonthSettled;
import org.xuanpai.industry.issue.NotOnSheet;
import org.xuanpai.industry.issue.NothingToIssue;
import org.xuanpai.industry.issue.PeriodNotOver;
import org.xuanpai.industry.issue.SheetOvertaken;
import org.xuanpai.industry.issue.service.IssueCounts;
import org.xuanpai.industry.issue.service.IssueQueries;
import org.xuanpai.industry.issue.service.IssueService;
import org.xuanpai.industry.issue.service.IssueSheet;
import org.xuanpai.industry.issue.service.SheetView;
import org.xuanpai.platform.Flash;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.shared.CurrentUser;

/** Issuing a month: the sheet is brought, looked at beside what counts, and only then issued. */
@Controller
@RequestMapping("/industry/issued/{issuer}/{month}")
@Navigation(Section.ISSUED_FIGURES)
class IssueController {

    private static final String ENTRY = "industry/issue/entry";

    private final IssueQueries queries;
    private final IssueService service;
    private final SheetInput input;

    IssueController(IssueQueries queries, IssueService service, SheetInput input) {
        this.queries = queries;
        this.service = service;
        this.input = input;
    }

    @GetMapping("/entry")
    ModelAndView entry(
            @AuthenticationPrincipal CurrentUser user, @PathVariable String issuer, @PathVariable String month) {
        SheetView sheet = sheet(user, IssuedMonth.of(issuer, month));
        return new ModelAndView(ENTRY).addObject("sheet", sheet).addObject("form", IssueForm.of(sheet));
    }

    /** Back from the preview, with what was brought in the cells of the sheet. */
    @PostMapping("/entry")
    @MayIssueFigures
    ModelAndView entryAgain(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable String issuer,
            @PathVariable String month,
            @RequestParam String content) {
        SheetView sheet = sheet(user, IssuedMonth.of(issuer, month));
        return new ModelAndView(ENTRY)
                .addObject("sheet", sheet)
                .addObject("form", IssueForm.of(sheet, SheetInput.figures(content)));
    }

    /** Nothing is stored: the preview carries the figures on. */
    @PostMapping("/preview")
    @MayIssueFigures
    ModelAndView preview(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable String issuer,
            @PathVariable String month,
            @Valid @ModelAttribute("form") IssueForm form,
            BindingResult errors) {
        SheetView sheet = sheet(user, IssuedMonth.of(issuer, month));
        SheetInput.Brought brought = input.read(sheet, form, errors);
        if (!errors.hasErrors() && brought.figures().isEmpty()) {
            errors.reject("industry.issue.refused.nothing");
        }
        if (errors.hasErrors()) {
            return new ModelAndView(ENTRY, HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("sheet", sheet)
                    .addObject("fieldNames", IssueForm.names(sheet, LocaleContextHolder.getLocale()));
        }
        return new ModelAndView("industry/issue/preview").addObject("page", PreviewPage.of(sheet, brought));
    }

    @PostMapping("/issuance")
    @MayIssueFigures
    ModelAndView issue(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable String issuer,
            @PathVariable String month,
            @RequestParam String content,
            @RequestParam int seen,
            @RequestParam IssueWay way,
            @RequestParam(defaultValue = "") String fileName,
            RedirectAttributes redirect) {
        IssuedMonth shown = IssuedMonth.of(issuer, month);
        String file = way == IssueWay.FILE ? SheetInput.clean(fileName) : "";
        IssueSheet sheet = new IssueSheet(shown.issuer(), shown.period(), seen, way, file, SheetInput.figures(content));
        try {
            IssueCounts counts = service.issue(user, sheet);
            redirect.addFlashAttribute(
                    "flash", Flash.of("industry.issue.issued", counts.fresh(), counts.changed(), counts.unchanged()));
            return new ModelAndView("redirect:" + shown.path());
        } catch (SheetOvertaken
                | NothingToIssue
                | NotOnSheet
                | IssuedFigureRefused
                | PeriodNotOver
                | MonthSettled refused) {
            SheetView now = sheet(user, shown);
            PreviewPage page = PreviewPage.of(now, new SheetInput.Brought(way, file, sheet.figures()));
            return new ModelAndView("industry/issue/preview", HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("page", page)
                    .addObject("refusalKey", refused.key())
                    .addObject("refusalArguments", refused.arguments().toArray());
        }
    }

    private SheetView sheet(CurrentUser user, IssuedMonth shown) {
        return queries.sheetToIssue(user, shown.issuer(), shown.period());
    }
}
