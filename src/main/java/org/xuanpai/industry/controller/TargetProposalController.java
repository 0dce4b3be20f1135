package org.xuanpai.industry.controller;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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
import org.xuanpai.industry.MayEditTargets;
import org.xuanpai.industry.NoTargets;
import org.xuanpai.industry.TargetLine;
import org.xuanpai.industry.TargetsAlreadyProposed;
import org.xuanpai.industry.TargetsOf;
import org.xuanpai.industry.service.TargetQueries;
import org.xuanpai.industry.service.TargetService;
import org.xuanpai.industry.service.TargetSheetView;
import org.xuanpai.platform.Flash;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.RuleViolation;

/** Proposing a township's targets, confirming and withdrawing them, for county organizers. */
@Controller
@RequestMapping("/targets")
@Navigation(Section.TARGETS)
class TargetProposalController {

    private static final String PAGE = "industry/proposal";

    private final TargetQueries targets;
    private final TargetService service;
    private final TargetInput input;

    TargetProposalController(TargetQueries targets, TargetService service, TargetInput input) {
        this.targets = targets;
        this.service = service;
        this.input = input;
    }

    /** The form; while a proposal waits there is none, and the page says so. */
    @GetMapping("/{township}/{year}/proposal")
    String newForm(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID township,
            @PathVariable String year,
            Model model) {
        TargetSheetView sheet = targets.sheetToChange(user, township, TargetYear.of(year));
        if (sheet.waits() != null) {
            return "redirect:/targets/" + township + "/" + sheet.year();
        }
        model.addAttribute("page", TargetPage.of(sheet, user));
        model.addAttribute("form", TargetForm.of(sheet));
        return PAGE;
    }

    @MayEditTargets
    @PostMapping("/{township}/{year}/proposal")
    String propose(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID township,
            @PathVariable String year,
            @ModelAttribute("form") TargetForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        TargetSheetView sheet = targets.sheetToChange(user, township, TargetYear.of(year));
        List<TargetLine> lines = input.lines(sheet, form, errors);
        if (!errors.hasErrors()) {
            try {
                service.propose(user, township, sheet.year(), lines);
                redirect.addFlashAttribute("flash", Flash.of("industry.proposed"));
                return "redirect:/targets/" + township + "/" + sheet.year();
            } catch (NoTargets | TargetsAlreadyProposed refused) {
                reject(errors, refused);
            }
        }
        model.addAttribute("page", TargetPage.of(sheet, user));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return PAGE;
    }

    @MayEditTargets
    @PostMapping("/proposals/{sheet}/confirmation")
    String confirm(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID sheet, RedirectAttributes redirect) {
        TargetsOf whose = service.confirm(user, sheet);
        redirect.addFlashAttribute("flash", Flash.of("industry.confirmed"));
        return back(whose);
    }

    @MayEditTargets
    @PostMapping("/proposals/{sheet}/withdrawal")
    String withdraw(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID sheet, RedirectAttributes redirect) {
        TargetsOf whose = service.withdraw(user, sheet);
        redirect.addFlashAttribute("flash", Flash.of("industry.withdrawn"));
        return back(whose);
    }

    private static void reject(BindingResult errors, RuleViolation refused) {
        errors.reject(refused.key(), refused.arguments().toArray(), null);
    }

    private static String back(TargetsOf whose) {
        return "redirect:/targets/" + whose.township() + "/" + whose.year();
    }
}
