package org.xuanpai.progress.controller;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xuanpai.exchange.ExportFormat;
import org.xuanpai.exchange.Exports;
import org.xuanpai.platform.Flash;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.progress.CopyOutdated;
import org.xuanpai.progress.MayReviewReports;
import org.xuanpai.progress.NoSuchField;
import org.xuanpai.progress.ObjectionsNotSeen;
import org.xuanpai.progress.OwnReportReviewed;
import org.xuanpai.progress.ReasonMissing;
import org.xuanpai.progress.service.ReportExports;
import org.xuanpai.progress.service.ReportReviewService;
import org.xuanpai.progress.service.ReviewPage;
import org.xuanpai.progress.service.ReviewQueries;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;

/** The reports that wait for a review, and the review of one. */
@Controller
@RequestMapping("/progress/reviews")
@Navigation(Section.REVIEWS)
class ReviewController {

    private static final String PAGE = "progress/review";

    private final ReviewQueries queries;
    private final ReportReviewService reviews;
    private final ReportExports files;
    private final Exports exports;

    ReviewController(ReviewQueries queries, ReportReviewService reviews, ReportExports files, Exports exports) {
        this.queries = queries;
        this.reviews = reviews;
        this.files = files;
        this.exports = exports;
    }

    @GetMapping
    String queue(@AuthenticationPrincipal CurrentUser user, Model model) {
        model.addAttribute("queue", queries.waiting(user));
        return "progress/reviews";
    }

    @GetMapping("/export")
    void exportQueue(
            @AuthenticationPrincipal CurrentUser user,
            @RequestParam ExportFormat format,
            HttpServletResponse response) {
        exports.send(format, response, target -> files.exportQueue(user, target));
    }

    /** The copy to judge; once it is judged, the report itself says what came of it. */
    @GetMapping("/{township}/{month}")
    ModelAndView show(
            @AuthenticationPrincipal CurrentUser user, @PathVariable UUID township, @PathVariable Period month) {
        ReviewPage page = queries.page(user, township, month);
        if (!page.isWaiting()) {
            return new ModelAndView("redirect:/progress/" + township + "/" + page.period());
        }
        return new ModelAndView(PAGE).addObject("page", page).addObject("form", new ReviewForm());
    }

    @MayReviewReports
    @PostMapping("/{township}/{month}/return")
    ModelAndView sendBack(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID township,
            @PathVariable Period month,
            @Valid @ModelAttribute("form") ReviewForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        ReviewPage page = queries.page(user, township, month);
        Map<String, String> marked = form.marked();
        redirect.addFlashAttribute("flash", done("progress.review.returned", page));
        return answer(
                page,
                form,
                errors,
                () -> reviews.sendBack(
                        user, township, page.period(), form.seenCopy().orElse(0), form.getReason(), marked));
    }

    @MayReviewReports
    @PostMapping("/{township}/{month}/approval")
    ModelAndView approve(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID township,
            @PathVariable Period month,
            @Valid @ModelAttribute("form") ReviewForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        ReviewPage page = queries.page(user, township, month);
        form.marked()
                .keySet()
                .forEach(field -> errors.rejectValue("marks[" + field + "]", "progress.error.markedNotApproved"));
        page.leftAsItWas().stream()
                .filter(field -> !form.isAccepted(field) && !form.isMarked(field))
                .forEach(field -> errors.rejectValue("marks[" + field + "]", "progress.error.notJudged"));
        redirect.addFlashAttribute("flash", done("progress.review.approved", page));
        return answer(
                page,
                form,
                errors,
                () -> reviews.approve(
                        user, township, page.period(), form.seenCopy().orElse(0), form.seenObjections()));
    }

    private static ModelAndView answer(ReviewPage page, ReviewForm form, BindingResult errors, Runnable useCase) {
        if (!page.isWaiting() || !form.seenCopy().equals(Optional.of(page.number()))) {
            return outdated(page);
        }
        if (errors.hasErrors()) {
            return again(page);
        }
        try {
            useCase.run();
        } catch (CopyOutdated overtaken) {
            return outdated(page);
        } catch (ReasonMissing missing) {
            errors.rejectValue("reason", missing.key());
            return again(page);
        } catch (ObjectionsNotSeen unseen) {
            errors.rejectValue("seen", unseen.key());
            return again(page);
        } catch (OwnReportReviewed | NoSuchField refused) {
            errors.reject(refused.key());
            return again(page);
        }
        return new ModelAndView("redirect:/progress/reviews");
    }

    /** Says what happened meanwhile, beside what was written for the older copy. */
    private static ModelAndView outdated(ReviewPage page) {
        return new ModelAndView("progress/outdated", HttpStatus.CONFLICT).addObject("page", page);
    }

    private static ModelAndView again(ReviewPage page) {
        return new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_CONTENT).addObject("page", page);
    }

    private static Flash done(String key, ReviewPage page) {
        return Flash.of(key, page.township().name(), page.period());
    }
}
