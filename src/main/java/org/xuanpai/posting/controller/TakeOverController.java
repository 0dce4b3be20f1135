package org.xuanpai.posting.controller;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xuanpai.platform.Flash;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.posting.EndKind;
import org.xuanpai.posting.MayArrangePostings;
import org.xuanpai.posting.PostingReason;
import org.xuanpai.posting.service.RoundQueries;
import org.xuanpai.posting.service.TakeOverService;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.RuleViolation;

/** What began before postings were kept here is entered (补录); the posting's own page confirms it. */
@Controller
@RequestMapping("/postings/take-over")
@Navigation(Section.POSTINGS)
class TakeOverController {

    private final TakeOverService service;
    private final RoundQueries queries;

    TakeOverController(TakeOverService service, RoundQueries queries) {
        this.service = service;
        this.queries = queries;
    }

    @GetMapping
    String newForm(@AuthenticationPrincipal CurrentUser user, @ModelAttribute("form") TakeOverForm form, Model model) {
        return page(user, model);
    }

    @MayArrangePostings
    @PostMapping
    String propose(
            @AuthenticationPrincipal CurrentUser user,
            @Valid @ModelAttribute("form") TakeOverForm form,
            BindingResult result,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        form.check(result);
        if (!result.hasErrors()) {
            try {
                UUID posting = service.propose(user, form.toCommand());
                redirect.addFlashAttribute("flash", Flash.of("posting.takeOver.proposed"));
                return "redirect:/postings/" + posting;
            } catch (RuleViolation refused) {
                Refusals.reject(result, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(user, model);
    }

    private String page(CurrentUser user, Model model) {
        model.addAttribute("people", queries.people(user));
        model.addAttribute("townships", queries.townships(user));
        model.addAttribute("reasons", PostingReason.values());
        model.addAttribute("ends", EndKind.values());
        return "posting/take-over";
    }
}
