package org.xuanpai.progress.controller;

import jakarta.validation.Valid;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xuanpai.platform.Flash;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.progress.NotAMonth;
import org.xuanpai.progress.ReportIncomplete;
import org.xuanpai.progress.TokenUsedOtherwise;
import org.xuanpai.progress.service.ReportContent;
import org.xuanpai.progress.service.ReportDraftService;
import org.xuanpai.progress.service.ReportPage;
import org.xuanpai.progress.service.ReportQueries;
import org.xuanpai.progress.service.ReportSubmissionService;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.StaleVersion;

/** One month of one township: the form for those who fill it in, the same page read-only for everybody else. */
@Controller
@RequestMapping("/progress/{township}/{month}")
@Navigation(Section.REPORTS)
class ReportController {

    private static final String PAGE = "progress/report";

    private final ReportQueries queries;
    private final ReportDraftService drafts;
    private final ReportSubmissionService submissions;
    private final ReportInput input;

    ReportController(
            ReportQueries queries, ReportDraftService drafts, ReportSubmissionService submissions, ReportInput input) {
        this.queries = queries;
        this.drafts = drafts;
        this.submissions = submissions;
        this.input = input;
    }

    @GetMapping
    ModelAndView show(
            @AuthenticationPrincipal CurrentUser user, @PathVariable UUID township, @PathVariable String month) {
        ReportPage page = queries.page(user, township, period(month));
        return new ModelAndView(PAGE).addObject("page", page).addObject("form", MonthlyReportForm.of(page, Ids.next()));
    }

    @PostMapping("/draft")
    ModelAndView save(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID township,
            @PathVariable String month,
            @Valid @ModelAttribute("form") MonthlyReportForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            Locale locale) {
        ReportPage page = queries.page(user, township, period(month));
        ReportContent content = input.content(page, form, errors);
        if (errors.hasErrors()) {
            return refused(page);
        }
        try {
            drafts.save(user, township, page.period(), form.getVersion(), content);
        } catch (StaleVersion stale) {
            return conflict(user, page, form, locale);
        }
        redirect.addFlashAttribute("flash", Flash.of("progress.form.saved"));
        return back(page);
    }

    @PostMapping("/own-part")
    ModelAndView confirmOwnPart(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID township,
            @PathVariable String month,
            @Valid @ModelAttribute("form") MonthlyReportForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            Locale locale) {
        ReportPage page = queries.page(user, township, period(month));
        Integer days = input.days(form, errors);
        if (form.getAchievements().isBlank()) {
            errors.rejectValue("achievements", "progress.error.achievementsMissing");
        }
        if (errors.hasErrors()) {
            return refused(page);
        }
        try {
            drafts.confirmOwnPart(user, township, page.period(), form.getVersion(), days, form.getAchievements());
        } catch (StaleVersion stale) {
            return conflict(user, page, form, locale);
        }
        redirect.addFlashAttribute("flash", Flash.of("progress.form.confirmed"));
        return back(page);
    }

    @PostMapping("/submission")
    ModelAndView submit(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID township,
            @PathVariable String month,
            @Valid @ModelAttribute("form") MonthlyReportForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            Locale locale) {
        ReportPage page = queries.page(user, township, period(month));
        ReportContent content = input.content(page, form, errors);
        if (errors.hasErrors()) {
            return refused(page);
        }
        try {
            submissions.submit(user, township, page.period(), form.getVersion(), form.getToken(), content);
        } catch (ReportIncomplete incomplete) {
            ReportInput.missing(page, incomplete, errors);
            return refused(page);
        } catch (TokenUsedOtherwise used) {
            errors.reject(used.key());
            return new ModelAndView(PAGE, HttpStatus.CONFLICT).addObject("page", page);
        } catch (StaleVersion stale) {
            return conflict(user, page, form, locale);
        }
        redirect.addFlashAttribute("flash", Flash.of("progress.form.submitted"));
        return back(page);
    }

    /** The page again with what was typed and what is wrong with it; nothing was changed. */
    private static ModelAndView refused(ReportPage page) {
        return new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_CONTENT).addObject("page", page);
    }

    /** Both texts side by side; nothing typed is lost. */
    private ModelAndView conflict(CurrentUser user, ReportPage page, MonthlyReportForm mine, Locale locale) {
        ReportPage stored = queries.page(user, page.township().id(), page.period());
        return new ModelAndView("progress/conflict", HttpStatus.CONFLICT)
                .addObject("page", stored)
                .addObject("mine", mine)
                .addObject("differences", Difference.between(mine, stored, locale));
    }

    private static ModelAndView back(ReportPage page) {
        return new ModelAndView("redirect:/progress/" + page.township().id() + "/" + page.period());
    }

    private static Period period(String month) {
        return Period.parse(month).orElseThrow(NotAMonth::new);
    }
}
