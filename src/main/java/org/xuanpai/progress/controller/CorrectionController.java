package org.xuanpai.progress.controller;

import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xuanpai.platform.Flash;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.progress.FigureUnchanged;
import org.xuanpai.progress.MayConfirmCorrections;
import org.xuanpai.progress.MayProposeCorrections;
import org.xuanpai.progress.NoteMissing;
import org.xuanpai.progress.service.CorrectionQueries;
import org.xuanpai.progress.service.CorrectionReview;
import org.xuanpai.progress.service.CorrectionService;
import org.xuanpai.progress.service.CorrectionService.ReportOf;
import org.xuanpai.progress.service.VersionQueries;
import org.xuanpai.progress.service.VersionsPage;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.RuleViolation;

/** The numbered copies of a report, and corrections of single figures by two persons. */
@Controller
@RequestMapping("/progress")
@Navigation(Section.REPORTS)
class CorrectionController {

    private static final String PAGE = "progress/versions";

    private final VersionQueries queries;
    private final CorrectionQueries reviews;
    private final CorrectionService corrections;
    private final ReportInput input;

    CorrectionController(
            VersionQueries queries, CorrectionQueries reviews, CorrectionService corrections, ReportInput input) {
        this.queries = queries;
        this.reviews = reviews;
        this.corrections = corrections;
        this.input = input;
    }

    @GetMapping("/{township}/{month}/versions")
    ModelAndView show(
            @AuthenticationPrincipal CurrentUser user, @PathVariable UUID township, @PathVariable Period month) {
        VersionsPage page = queries.page(user, township, month);
        ModelAndView view = new ModelAndView(PAGE).addObject("page", page).addObject("form", new CorrectionForm());
        return page.proposal().isEmpty()
                ? view
                : view.addObject(
                        "waiting", reviews.waiting(user, township, month).orElse(null));
    }

    /** Proposes it; where a rule wonders at the value, only after that was seen. */
    @MayProposeCorrections
    @PostMapping("/{township}/{month}/corrections")
    ModelAndView propose(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID township,
            @PathVariable Period month,
            @Valid @ModelAttribute("form") CorrectionForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        VersionsPage page = queries.page(user, township, month);
        Optional<BigDecimal> value = value(page, form, errors);
        if (!errors.hasErrors() && value.isPresent()) {
            try {
                CorrectionReview review = reviews.about(user, township, month, form.getIndicator(), value.get());
                if (review.wonders() && !review.seen().equals(form.getSeen())) {
                    return again(page).addObject("review", review);
                }
                corrections.propose(
                        user, township, month, form.getIndicator(), value.get(), form.getNote(), form.getSeen());
                redirect.addFlashAttribute("flash", Flash.of("progress.versions.proposed"));
                return new ModelAndView(back(new ReportOf(township, month)));
            } catch (NoteMissing missing) {
                errors.rejectValue("note", missing.key());
            } catch (FigureUnchanged same) {
                errors.rejectValue("value", same.key());
            } catch (RuleViolation refused) {
                errors.reject(refused.key(), refused.arguments().toArray(), null);
            }
        }
        return again(page);
    }

    @MayConfirmCorrections
    @PostMapping("/corrections/{id}/confirmation")
    String confirm(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, RedirectAttributes redirect) {
        ReportOf report = corrections.confirm(user, id);
        redirect.addFlashAttribute("flash", Flash.of("progress.versions.confirmed"));
        return back(report);
    }

    @MayProposeCorrections
    @PostMapping("/corrections/{id}/withdrawal")
    String withdraw(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, RedirectAttributes redirect) {
        ReportOf report = corrections.withdraw(user, id);
        redirect.addFlashAttribute("flash", Flash.of("progress.versions.withdrawn"));
        return back(report);
    }

    private Optional<BigDecimal> value(VersionsPage page, CorrectionForm form, BindingResult errors) {
        Optional<VersionsPage.Figure> figure = page.figure(form.getIndicator());
        if (figure.isEmpty()) {
            errors.rejectValue("indicator", "progress.error.figureNotReported");
        }
        Optional<BigDecimal> value = input.number(form.getValue());
        if (value.isEmpty()) {
            Locale locale = LocaleContextHolder.getLocale();
            Object[] name = {figure.map(one -> one.indicator().title(locale)).orElse("")};
            errors.rejectValue("value", "progress.error.notANumber", name, null);
        }
        if (form.getNote().isBlank()) {
            errors.rejectValue("note", NoteMissing.KEY);
        }
        return value;
    }

    private static ModelAndView again(VersionsPage page) {
        return new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_CONTENT).addObject("page", page);
    }

    private static String back(ReportOf report) {
        return "redirect:/progress/" + report.township() + "/" + report.period() + "/versions";
    }
}
