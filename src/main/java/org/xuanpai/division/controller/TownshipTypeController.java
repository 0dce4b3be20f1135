package org.xuanpai.division.controller;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xuanpai.division.EffectiveOutOfRange;
import org.xuanpai.division.MayEditLand;
import org.xuanpai.division.ProposalWaits;
import org.xuanpai.division.TypeBeforeTownship;
import org.xuanpai.division.TypeInClosedMonth;
import org.xuanpai.division.TypeOnThatDay;
import org.xuanpai.division.service.TownshipTypeService;
import org.xuanpai.platform.Flash;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.RuleViolation;

/** Proposing and confirming whether a township is industrial. */
@Controller
@RequestMapping("/divisions/{id}/types")
@Navigation(Section.LAND)
class TownshipTypeController {

    private final TownshipTypeService types;
    private final DivisionPages pages;

    TownshipTypeController(TownshipTypeService types, DivisionPages pages) {
        this.types = types;
        this.pages = pages;
    }

    @MayEditLand
    @PostMapping
    String propose(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") TownshipTypeForm form,
            BindingResult result,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!result.hasErrors()) {
            try {
                types.propose(
                        user,
                        id,
                        Objects.requireNonNull(form.getIndustrial()),
                        Objects.requireNonNull(form.getValidFrom()),
                        Objects.requireNonNull(form.getReason()));
                redirect.addFlashAttribute("flash", Flash.of("division.type.proposed"));
                return "redirect:/divisions/" + id;
            } catch (EffectiveOutOfRange
                    | TypeBeforeTownship
                    | TypeInClosedMonth
                    | TypeOnThatDay
                    | ProposalWaits refused) {
                reject(result, refused);
            }
        }
        model.addAttribute("page", pages.of(user, id, null));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "division/show";
    }

    @MayEditLand
    @PostMapping("/{type}/confirmation")
    String confirm(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID id,
            @PathVariable UUID type,
            RedirectAttributes redirect) {
        types.confirm(user, id, type);
        redirect.addFlashAttribute("flash", Flash.of("division.type.confirmed"));
        return "redirect:/divisions/" + id;
    }

    @MayEditLand
    @PostMapping("/{type}/withdrawal")
    String withdraw(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID id,
            @PathVariable UUID type,
            RedirectAttributes redirect) {
        types.withdraw(user, id, type);
        redirect.addFlashAttribute("flash", Flash.of("division.type.withdrawn"));
        return "redirect:/divisions/" + id;
    }

    private static void reject(BindingResult result, RuleViolation refused) {
        result.rejectValue("validFrom", refused.key(), refused.arguments().toArray(), null);
    }
}
