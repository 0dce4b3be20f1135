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
import org.xuanpai.posting.EndKind;
import org.xuanpai.posting.MayArrangePostings;
import org.xuanpai.posting.ObjectionWay;
import org.xuanpai.posting.StepEntry;
import org.xuanpai.posting.StepKind;
import org.xuanpai.posting.StepNotOpen;
import org.xuanpai.posting.service.PostingObjectionService;
import org.xuanpai.posting.service.PostingPage;
import org.xuanpai.posting.service.PostingQueries;
import org.xuanpai.posting.service.PostingService;
import org.xuanpai.posting.service.RoundService;
import org.xuanpai.posting.service.TakeOverService;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.RuleViolation;

/** The page of one posting, and what is done about it alone. */
@Controller
@RequestMapping("/postings/{posting}")
@Navigation(Section.POSTINGS)
class AppointmentController {

    private final PostingQueries queries;
    private final PostingService service;
    private final PostingObjectionService objections;
    private final RoundService rounds;
    private final TakeOverService takingOver;

    AppointmentController(
            PostingQueries queries,
            PostingService service,
            PostingObjectionService objections,
            RoundService rounds,
            TakeOverService takingOver) {
        this.queries = queries;
        this.service = service;
        this.objections = objections;
        this.rounds = rounds;
        this.takingOver = takingOver;
    }

    @ModelAttribute("ways")
    ObjectionWay[] ways() {
        return ObjectionWay.values();
    }

    @ModelAttribute("ends")
    EndKind[] ends() {
        return EndKind.values();
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID posting,
            @RequestParam(required = false) @Nullable String act,
            Model model) {
        return page(user, posting, act, model);
    }

    @MayArrangePostings
    @PostMapping("/acts/{kind}")
    String record(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID posting,
            @PathVariable StepKind kind,
            @Valid @ModelAttribute("act") ActForm form,
            BindingResult result,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        form.check(kind, result);
        return answer(
                user, posting, kind.name(), result, model, response, redirect, () -> record(user, posting, kind, form));
    }

    private void record(CurrentUser user, UUID posting, StepKind kind, ActForm form) {
        StepEntry entry = form.toEntry();
        switch (kind) {
            case TALK, APPOINTMENT -> service.record(user, posting, kind, entry);
            case ANNOUNCED -> service.announce(user, posting, Objects.requireNonNull(form.getDay()), entry);
            case WITHDRAWN -> service.withdraw(user, posting, entry);
            case EXTENDED -> service.extend(user, posting, Objects.requireNonNull(form.getDay()), entry);
            case ENDED ->
                service.end(
                        user,
                        posting,
                        Objects.requireNonNull(form.getEndKind()),
                        Objects.requireNonNull(form.getDay()),
                        entry);
            default -> throw new StepNotOpen();
        }
    }

    @MayArrangePostings
    @PostMapping("/objections")
    String receive(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID posting,
            @Valid @ModelAttribute("objection") ObjectionForm form,
            BindingResult result,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return answer(
                user,
                posting,
                null,
                result,
                model,
                response,
                redirect,
                () -> objections.receive(
                        user,
                        posting,
                        Objects.requireNonNull(form.getReceivedOn()),
                        Objects.requireNonNull(form.getWay()),
                        form.isAnonymous(),
                        form.getContent()));
    }

    @MayArrangePostings
    @PostMapping("/objections/{objection}/conclusion")
    String conclude(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID posting,
            @PathVariable UUID objection,
            @Valid @ModelAttribute("conclusion") ConclusionForm form,
            BindingResult result,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return answer(
                user,
                posting,
                null,
                result,
                model,
                response,
                redirect,
                () -> objections.conclude(
                        user,
                        posting,
                        objection,
                        form.getInvestigation(),
                        form.getConclusion(),
                        Boolean.TRUE.equals(form.getHarmless())));
    }

    @MayArrangePostings
    @PostMapping("/round")
    String split(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID posting,
            @Valid @ModelAttribute("split") RoundForm form,
            BindingResult result,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return answer(
                user,
                posting,
                null,
                result,
                model,
                response,
                redirect,
                () -> rounds.split(user, posting, form.getTitle()));
    }

    @MayArrangePostings
    @PostMapping("/confirmation")
    String confirm(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID posting, RedirectAttributes redirect) {
        takingOver.confirm(user, posting);
        redirect.addFlashAttribute("flash", Flash.of("posting.takeOver.confirmed"));
        return "redirect:/postings/" + posting;
    }

    @MayArrangePostings
    @PostMapping("/withdrawal")
    String takeBack(
            @AuthenticationPrincipal CurrentUser user, @PathVariable UUID posting, RedirectAttributes redirect) {
        takingOver.withdraw(user, posting);
        redirect.addFlashAttribute("flash", Flash.of("posting.takeOver.takenBack"));
        return "redirect:/postings";
    }

    private String answer(
            CurrentUser user,
            UUID posting,
            @Nullable String act,
            BindingResult result,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Runnable work) {
        if (!result.hasErrors()) {
            try {
                work.run();
                redirect.addFlashAttribute("flash", Flash.of("posting.recorded"));
                return "redirect:/postings/" + posting;
            } catch (NotFound missing) {
                throw missing;
            } catch (RuleViolation refused) {
                Refusals.reject(result, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(user, posting, act, model);
    }

    private String page(CurrentUser user, UUID posting, @Nullable String asked, Model model) {
        PostingPage page = queries.page(user, posting);
        model.addAttribute("page", page);
        model.addAttribute("kind", page.act(Steps.named(asked)));
        Steps.offer(model, "act", ActForm::new);
        Steps.offer(model, "objection", ObjectionForm::new);
        Steps.offer(model, "conclusion", ConclusionForm::new);
        Steps.offer(model, "split", RoundForm::new);
        return "posting/show";
    }
}
