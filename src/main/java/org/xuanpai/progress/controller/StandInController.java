package org.xuanpai.progress.controller;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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
import org.xuanpai.progress.MayReviewReports;
import org.xuanpai.progress.StandInRefused;
import org.xuanpai.progress.service.StandInService;
import org.xuanpai.shared.CurrentUser;

/** Who stands in for whom in the review. */
@Controller
@RequestMapping("/progress/reviews/stand-ins")
@Navigation(Section.REVIEWS)
class StandInController {

    private static final String PAGE = "progress/stand-ins";

    private final StandInService standIns;

    StandInController(StandInService standIns) {
        this.standIns = standIns;
    }

    @GetMapping
    ModelAndView show(@AuthenticationPrincipal CurrentUser user) {
        return new ModelAndView(PAGE).addObject("page", standIns.view(user)).addObject("form", new StandInForm());
    }

    @MayReviewReports
    @PostMapping
    ModelAndView name(
            @AuthenticationPrincipal CurrentUser user,
            @ModelAttribute("form") StandInForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        Optional<UUID> colleague = Optional.ofNullable(form.getColleague());
        LocalDate first = form.getFirst();
        LocalDate last = form.getLast();
        if (colleague.isEmpty() && !errors.hasFieldErrors("colleague")) {
            errors.rejectValue("colleague", "progress.error.standIn.PERSON");
        }
        if (first == null && !errors.hasFieldErrors("first")) {
            errors.rejectValue("first", "progress.error.standIn.DAYS");
        }
        if (last == null && !errors.hasFieldErrors("last")) {
            errors.rejectValue("last", "progress.error.standIn.DAYS");
        }
        if (!errors.hasErrors() && first != null && last != null) {
            try {
                standIns.name(user, colleague.orElseThrow(), first, last);
                redirect.addFlashAttribute("flash", Flash.of("progress.standIn.named"));
                return new ModelAndView("redirect:/progress/reviews/stand-ins");
            } catch (StandInRefused refused) {
                errors.rejectValue(refused.field(), refused.key());
            }
        }
        return new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_CONTENT).addObject("page", standIns.view(user));
    }

    @MayReviewReports
    @PostMapping("/{id}/end")
    String end(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, RedirectAttributes redirect) {
        standIns.end(user, id);
        redirect.addFlashAttribute("flash", Flash.of("progress.standIn.ended"));
        return "redirect:/progress/reviews/stand-ins";
    }

    /** Who and when, as typed. */
    static class StandInForm {

        private @Nullable UUID colleague;

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        private @Nullable LocalDate first;

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        private @Nullable LocalDate last;

        public @Nullable UUID getColleague() {
            return colleague;
        }

        public void setColleague(@Nullable UUID colleague) {
            this.colleague = colleague;
        }

        public @Nullable LocalDate getFirst() {
            return first;
        }

        public void setFirst(@Nullable LocalDate first) {
            this.first = first;
        }

        public @Nullable LocalDate getLast() {
            return last;
        }

        public void setLast(@Nullable LocalDate last) {
            this.last = last;
        }
    }
}
