package org.xuanpai.progress.check.controller;

import jakarta.validation.Valid;
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
import org.xuanpai.platform.Flash;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.progress.check.MayEditChecks;
import org.xuanpai.progress.check.ProposedRule;
import org.xuanpai.progress.check.RuleAlreadyProposed;
import org.xuanpai.progress.check.RuleKind;
import org.xuanpai.progress.check.RuleRefused;
import org.xuanpai.progress.check.RuleStartsTooEarly;
import org.xuanpai.progress.check.service.RuleQueries;
import org.xuanpai.progress.check.service.RuleService;
import org.xuanpai.shared.CurrentUser;

/** The rules of the checks: everybody who reads reports sees them, organizers propose, confirm, withdraw and refuse changes. */
@Controller
@RequestMapping("/checks")
@Navigation(Section.CHECKS)
class RuleController {

    private static final String LIST = "redirect:/checks";
    private static final String FORM = "check/proposal";

    private final RuleQueries queries;
    private final RuleService rules;
    private final RuleInput input;

    RuleController(RuleQueries queries, RuleService rules, RuleInput input) {
        this.queries = queries;
        this.rules = rules;
        this.input = input;
    }

    @GetMapping
    String list(@AuthenticationPrincipal CurrentUser user, Model model) {
        model.addAttribute("list", queries.list(user));
        return "check/list";
    }

    @GetMapping("/{kind}/proposal")
    ModelAndView newForm(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable RuleKind kind,
            @RequestParam(defaultValue = "") String indicator) {
        RuleProposalPage page = RuleProposalPage.of(queries.listToChange(user), kind, indicator);
        return new ModelAndView(FORM)
                .addObject("page", page)
                .addObject(
                        "form",
                        RuleForm.of(page.base(), indicator, page.months().get(0)));
    }

    @MayEditChecks
    @PostMapping("/{kind}/proposal")
    ModelAndView propose(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable RuleKind kind,
            @Valid @ModelAttribute("form") RuleForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        RuleProposalPage page = RuleProposalPage.of(queries.listToChange(user), kind, form.getIndicator());
        Optional<ProposedRule> proposed = input.rule(kind, page.base(), form, errors);
        if (proposed.isPresent()) {
            try {
                rules.propose(user, proposed.get());
                redirect.addFlashAttribute("flash", Flash.of("check.proposed"));
                return new ModelAndView(LIST);
            } catch (RuleStartsTooEarly early) {
                errors.rejectValue("from", early.key(), early.arguments().toArray(), null);
            } catch (RuleRefused refused) {
                errors.rejectValue(
                        refused.field(), refused.key(), refused.arguments().toArray(), null);
            } catch (RuleAlreadyProposed waits) {
                errors.reject(waits.key());
            }
        }
        return new ModelAndView(FORM, HttpStatus.UNPROCESSABLE_CONTENT).addObject("page", page);
    }

    @MayEditChecks
    @PostMapping("/proposals/{rule}/confirmation")
    String confirm(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID rule, RedirectAttributes redirect) {
        rules.confirm(user, rule);
        redirect.addFlashAttribute("flash", Flash.of("check.confirmed"));
        return LIST;
    }

    @MayEditChecks
    @PostMapping("/proposals/{rule}/withdrawal")
    String withdraw(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID rule, RedirectAttributes redirect) {
        rules.withdraw(user, rule);
        redirect.addFlashAttribute("flash", Flash.of("check.withdrawn"));
        return LIST;
    }
}
