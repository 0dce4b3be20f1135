package org.xuanpai.progress.controller;

import jakarta.validation.Valid;
import java.util.Locale;
import java.util.UUID;
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
import org.xuanpai.platform.Flash;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.progress.MayConfirmOwnPart;
import org.xuanpai.progress.MayEnterReports;
import org.xuanpai.progress.MaySubmitReports;
import org.xuanpai.progress.service.ReportContent;
import org.xuanpai.progress.service.ReportDraftService;
import org.xuanpai.progress.service.ReportPage;
import org.xuanpai.progress.service.ReportQueries;
import org.xuanpai.progress.service.ReportSubmissionService;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;

/** One month of one township: the form for those who fill it in, the same page read-only for everybody else. */
@Controller
@RequestMapping("/progress/{township}/{month}")
@Navigation(Section.REPORTS)
class ReportController {

    private final ReportQueries queries;
    private final ReportDraftService drafts;
    private final ReportSubmissionService submissions;
    private final ReportInput input;
    private final ReportAnswers answers;

    ReportController(
            ReportQueries queries,
            ReportDraftService drafts,
            ReportSubmissionService submissions,
            ReportInput input,
            ReportAnswers answers) {
        this.queries = queries;
        this.drafts = drafts;
        this.submissions = submissions;
        this.input = input;
        this.answers = answers;
    }

    @ModelAttribute("show")
    RowFilter filter(@RequestParam(defaultValue = "") String show) {
        return RowFilter.of(show);
    }

    @GetMapping
    ModelAndView show(
            @AuthenticationPrincipal CurrentUser user, @PathVariable UUID township, @PathVariable Period month) {
        ReportPage page = queries.page(user, township, month);
        return new ModelAndView(ReportAnswers.PAGE)
                .addObject("page", page)
                .addObject("form", MonthlyReportForm.of(page));
    }

    @MayEnterReports
    @PostMapping("/draft")
    ModelAndView save(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID township,
            @PathVariable Period month,
            @Valid @ModelAttribute("form") MonthlyReportForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            Locale locale) {
        redirect.addFlashAttribute("flash", Flash.of("progress.form.saved"));
        return answers.answer(new ReportAnswers.Sent(user, township, month, form, errors, locale), page -> {
            ReportContent content = input.content(page, form, errors);
            return () -> drafts.save(user, township, page.period(), page.version(), content);
        });
    }

    @MayConfirmOwnPart
    @PostMapping("/own-part")
    ModelAndView confirmOwnPart(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID township,
            @PathVariable Period month,
            @Valid @ModelAttribute("form") MonthlyReportForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            Locale locale) {
        redirect.addFlashAttribute("flash", Flash.of("progress.form.confirmed"));
        return answers.answer(new ReportAnswers.Sent(user, township, month, form, errors, locale), page -> {
            Integer days = input.days(page, form, errors);
            return () ->
                    drafts.confirmOwnPart(user, township, page.period(), page.version(), days, form.getAchievements());
        });
    }

    @MaySubmitReports
    @PostMapping("/submission")
    ModelAndView submit(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID township,
            @PathVariable Period month,
            @Valid @ModelAttribute("form") MonthlyReportForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            Locale locale) {
        redirect.addFlashAttribute("flash", Flash.of("progress.form.submitted"));
        return answers.answer(new ReportAnswers.Sent(user, township, month, form, errors, locale), page -> {
            ReportContent content = input.content(page, form, errors);
            return () -> submissions.submit(
                    user,
                    township,
                    page.period(),
                    page.version(),
                    form.sendToken().orElseThrow(),
                    content);
        });
    }
}
