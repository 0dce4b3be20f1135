package org.xuanpai.progress.controller;

import jakarta.validation.Valid;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.xuanpai.division.Shape;
import org.xuanpai.platform.Flash;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.progress.ClosingReasonMissing;
import org.xuanpai.progress.MayCloseMonths;
import org.xuanpai.progress.MayReviewReports;
import org.xuanpai.progress.service.MonthCloseService;
import org.xuanpai.progress.service.MonthQueries;
import org.xuanpai.progress.service.ReminderService;
import org.xuanpai.progress.service.ReportClosingService;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.RuleViolation;

/** A county's month: what is complete, reminders to the late, lock and reopening. */
@Controller
@RequestMapping("/progress/months")
@Navigation(Section.REPORTS)
class MonthController {

    private static final String PAGE = "progress/month";

    private final MonthQueries queries;
    private final MonthCloseService months;
    private final ReminderService reminders;
    private final ReportClosingService closings;

    MonthController(
            MonthQueries queries, MonthCloseService months, ReminderService reminders, ReportClosingService closings) {
        this.queries = queries;
        this.months = months;
        this.reminders = reminders;
        this.closings = closings;
    }

    /** What the page's forms begin with; the one that is sent is bound to its own. */
    @ModelAttribute("form")
    MonthForm form() {
        return new MonthForm();
    }

    @ModelAttribute("closing")
    ClosingForm closing() {
        return new ClosingForm();
    }

    @GetMapping("/{month}")
    ModelAndView show(@AuthenticationPrincipal CurrentUser user, @PathVariable Period month) {
        return new ModelAndView(PAGE).addObject("page", queries.page(user, month));
    }

    @MayCloseMonths
    @PostMapping("/{month}/lock")
    ModelAndView lock(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable Period month,
            @Valid @ModelAttribute("form") MonthForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        form.check(errors);
        return answer(user, month, errors, () -> {
            int reports = months.lock(user, month, form.confirmed());
            redirect.addFlashAttribute("flash", Flash.of("progress.month.locked", month, reports));
        });
    }

    @MayCloseMonths
    @PostMapping("/{month}/reopenings")
    ModelAndView propose(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable Period month,
            @Valid @ModelAttribute("form") MonthForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        form.check(errors);
        return answer(user, month, errors, () -> {
            months.proposeReopening(user, month, form.wanted().orElse(null), form.getReason());
            redirect.addFlashAttribute("flash", Flash.of("progress.month.reopeningProposed"));
        });
    }

    @MayCloseMonths
    @PostMapping("/reopenings/{id}/confirmation")
    String confirm(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, RedirectAttributes redirect) {
        Period month = months.confirmReopening(user, id);
        redirect.addFlashAttribute("flash", Flash.of("progress.month.reopened", month));
        return back(month);
    }

    @MayCloseMonths
    @PostMapping("/reopenings/{id}/withdrawal")
    String withdraw(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, RedirectAttributes redirect) {
        Period month = months.withdrawReopening(user, id);
        redirect.addFlashAttribute("flash", Flash.of("progress.month.reopeningWithdrawn"));
        return back(month);
    }

    /** Gives up waiting for the month of a township that ended without a successor. */
    @MayCloseMonths
    @PostMapping("/{month}/closings")
    ModelAndView close(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable Period month,
            @Valid @ModelAttribute("closing") ClosingForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        UUID ended = form.getEnded();
        if (ended == null && !errors.hasFieldErrors("ended")) {
            errors.rejectValue("ended", "progress.month.close.choose");
        }
        if (form.getWhy().isBlank()) {
            errors.rejectValue("why", ClosingReasonMissing.KEY);
        }
        return answer(user, month, errors, () -> {
            closings.close(user, Objects.requireNonNull(ended), month, form.getWhy());
            redirect.addFlashAttribute("flash", Flash.of("progress.month.closed"));
        });
    }

    @MayReviewReports
    @PostMapping("/{month}/reminders")
    String remind(@AuthenticationPrincipal CurrentUser user, @PathVariable Period month, RedirectAttributes redirect) {
        int reminded = reminders.remind(user, month);
        redirect.addFlashAttribute(
                "flash",
                reminded == 0
                        ? Flash.of("progress.month.remindedNone")
                        : Flash.of("progress.month.reminded", reminded));
        return back(month);
    }

    /** Reminds one township from where it is listed with the others, and comes back there. */
    @MayReviewReports
    @PostMapping("/{month}/reminders/{township}")
    String remindOne(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable Period month,
            @PathVariable UUID township,
            @RequestParam Optional<Period> shown,
            @RequestParam(required = false) @Nullable String shape,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash",
                reminders.remindOne(user, township, month)
                        ? Flash.of("progress.month.reminded.one")
                        : Flash.of("progress.month.remindedNone"));
        return "redirect:/cockpit?month=" + shown.orElse(month) + "&shape="
                + Shape.of(shape).word() + "#l";
    }

    private ModelAndView answer(CurrentUser user, Period month, BindingResult errors, Runnable useCase) {
        if (!errors.hasErrors()) {
            try {
                useCase.run();
                return new ModelAndView(back(month));
            } catch (RuleViolation refused) {
                errors.reject(refused.key(), refused.arguments().toArray(), null);
            }
        }
        return new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_CONTENT).addObject("page", queries.page(user, month));
    }

    private static String back(Period month) {
        return "redirect:/progress/months/" + month;
    }
}
