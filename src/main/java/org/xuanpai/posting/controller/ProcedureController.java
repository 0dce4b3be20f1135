package org.xuanpai.posting.controller;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xuanpai.platform.Flash;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.posting.MayEditProcedure;
import org.xuanpai.posting.StepKind;
import org.xuanpai.posting.TermStart;
import org.xuanpai.posting.service.ProcedureQueries;
import org.xuanpai.posting.service.ProcedureService;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.RuleViolation;

/** How the county appoints: proposed by one organizer, confirmed by another. */
@Controller
@RequestMapping("/postings/template")
@Navigation(Section.POSTINGS)
class ProcedureController {

    private final ProcedureQueries queries;
    private final ProcedureService service;

    ProcedureController(ProcedureQueries queries, ProcedureService service) {
        this.queries = queries;
        this.service = service;
    }

    @GetMapping
    String show(@AuthenticationPrincipal CurrentUser user, Model model) {
        model.addAttribute("form", ProcedureForm.of(queries.today(user)));
        return page(user, model);
    }

    @MayEditProcedure
    @PostMapping
    String propose(
            @AuthenticationPrincipal CurrentUser user,
            @Valid @ModelAttribute("form") ProcedureForm form,
            BindingResult result,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        form.check(result);
        if (!result.hasErrors()) {
            try {
                service.propose(user, Objects.requireNonNull(form.getValidFrom()), form.toRules(), form.getReason());
                redirect.addFlashAttribute("flash", Flash.of("posting.procedure.proposed"));
                return "redirect:/postings/template";
            } catch (RuleViolation refused) {
                Refusals.reject(result, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(user, model);
    }

    @MayEditProcedure
    @PostMapping("/{id}/confirmation")
    String confirm(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, RedirectAttributes redirect) {
        service.confirm(user, id);
        redirect.addFlashAttribute("flash", Flash.of("posting.procedure.done"));
        return "redirect:/postings/template";
    }

    @MayEditProcedure
    @PostMapping("/{id}/withdrawal")
    String withdraw(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, RedirectAttributes redirect) {
        service.withdraw(user, id);
        redirect.addFlashAttribute("flash", Flash.of("posting.procedure.takenBack"));
        return "redirect:/postings/template";
    }

    private String page(CurrentUser user, Model model) {
        model.addAttribute("rows", queries.list(user));
        model.addAttribute("inForce", queries.today(user));
        model.addAttribute("account", user.accountId());
        model.addAttribute("waivable", StepKind.WAIVABLE.stream().sorted().toList());
        model.addAttribute("starts", TermStart.values());
        return "posting/template";
    }
}
