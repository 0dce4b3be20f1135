package org.xuanpai.posting.controller;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xuanpai.platform.Flash;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.posting.MayArrangePostings;
import org.xuanpai.posting.PostingReason;
import org.xuanpai.posting.StepKind;
import org.xuanpai.posting.service.RoundPage;
import org.xuanpai.posting.service.RoundQueries;
import org.xuanpai.posting.service.RoundService;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.RuleViolation;

/** A round, one handler for each thing that is done to all of it. */
@Controller
@RequestMapping("/postings/rounds/{round}")
@Navigation(Section.POSTINGS)
class RoundController {

    private final RoundQueries queries;
    private final RoundService service;

    RoundController(RoundQueries queries, RoundService service) {
        this.queries = queries;
        this.service = service;
    }

    @ModelAttribute("reasons")
    PostingReason[] reasons() {
        return PostingReason.values();
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID round,
            @RequestParam(required = false) @Nullable String step,
            Model model) {
        return page(user, round, step, model);
    }

    @MayArrangePostings
    @PostMapping("/proposals")
    String propose(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID round,
            @Valid @ModelAttribute("proposal") ProposalForm form,
            BindingResult result,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return answer(
                user,
                round,
                StepKind.PROPOSED.name(),
                result,
                model,
                response,
                redirect,
                () -> service.propose(user, round, form.toCommand()));
    }

    @MayArrangePostings
    @PostMapping("/steps/{kind}")
    String record(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID round,
            @PathVariable StepKind kind,
            @Valid @ModelAttribute("step") StepForm form,
            BindingResult result,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        form.check(kind, result);
        return answer(
                user,
                round,
                kind.name(),
                result,
                model,
                response,
                redirect,
                () -> service.record(user, round, kind, form.toEntry()));
    }

    @MayArrangePostings
    @PostMapping("/notice")
    String publish(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID round,
            @Valid @ModelAttribute("notice") NoticeForm form,
            BindingResult result,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return answer(
                user,
                round,
                StepKind.NOTICE.name(),
                result,
                model,
                response,
                redirect,
                () -> service.publish(user, round, form.toCommand()));
    }

    @MayArrangePostings
    @PostMapping("/organizers")
    String name(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID round,
            @Valid @ModelAttribute("organizer") OrganizerForm form,
            BindingResult result,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return answer(
                user,
                round,
                null,
                result,
                model,
                response,
                redirect,
                () -> service.name(user, round, Objects.requireNonNull(form.getAccount())));
    }

    private String answer(
            CurrentUser user,
            UUID round,
            @Nullable String step,
            BindingResult result,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Runnable act) {
        if (!result.hasErrors()) {
            try {
                act.run();
                redirect.addFlashAttribute("flash", Flash.of("posting.recorded"));
                return "redirect:/postings/rounds/" + round;
            } catch (NotFound missing) {
                throw missing;
            } catch (RuleViolation refused) {
                Refusals.reject(result, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(user, round, step, model);
    }

    private String page(CurrentUser user, UUID round, @Nullable String asked, Model model) {
        RoundPage page = queries.page(user, round);
        model.addAttribute("page", page);
        model.addAttribute("kind", page.step(Steps.named(asked)));
        Steps.offer(model, "proposal", ProposalForm::new);
        Steps.offer(model, "step", StepForm::new);
        Steps.offer(model, "notice", () -> NoticeForm.on(page.today()));
        Steps.offer(model, "organizer", OrganizerForm::new);
        return "posting/round";
    }
}
