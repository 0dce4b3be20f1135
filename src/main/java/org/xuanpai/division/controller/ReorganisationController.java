package org.xuanpai.division.controller;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
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
import org.xuanpai.division.CodeDoesNotFit;
import org.xuanpai.division.CodeInUse;
import org.xuanpai.division.CodeTwice;
import org.xuanpai.division.EffectiveOutOfRange;
import org.xuanpai.division.EffectiveTooEarly;
import org.xuanpai.division.LandInClosedMonth;
import org.xuanpai.division.MayEditLand;
import org.xuanpai.division.NothingChanges;
import org.xuanpai.division.ProposalWaits;
import org.xuanpai.division.ReorganisationKind;
import org.xuanpai.division.UnitClosed;
import org.xuanpai.division.UnitsDoNotFit;
import org.xuanpai.division.UnitsMissing;
import org.xuanpai.division.VillagesRemain;
import org.xuanpai.division.service.ReorganisationChoices;
import org.xuanpai.division.service.ReorganisationQueries;
import org.xuanpai.division.service.ReorganisationService;
import org.xuanpai.platform.Flash;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.RuleViolation;

/** Changing the land on a day: what is proposed, by one organizer; confirmed by another. */
@Controller
@RequestMapping("/divisions")
@Navigation(Section.LAND)
class ReorganisationController {

    private static final String PAGE = "division/reorganisation-form";

    private final ReorganisationQueries queries;
    private final ReorganisationService service;

    ReorganisationController(ReorganisationQueries queries, ReorganisationService service) {
        this.queries = queries;
        this.service = service;
    }

    @GetMapping("/reorganisations")
    String list(@AuthenticationPrincipal CurrentUser user, Model model) {
        model.addAttribute("rows", queries.list(user));
        return "division/reorganisations";
    }

    @GetMapping("/reorganisations/{reorganisation}")
    String show(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID reorganisation, Model model) {
        model.addAttribute("page", queries.view(user, reorganisation));
        model.addAttribute("account", user.accountId());
        return "division/reorganisation";
    }

    @GetMapping("/{id}/reorganisations/{kind}")
    String newForm(
            @AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, @PathVariable String kind, Model model) {
        ReorganisationKind what = kind(kind);
        ReorganisationChoices choices = queries.choices(user, id);
        fill(model, choices, what);
        model.addAttribute("form", ReorganisationForm.of(what, choices.unit()));
        return PAGE;
    }

    @MayEditLand
    @PostMapping("/{id}/reorganisations/{kind}")
    String propose(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID id,
            @PathVariable String kind,
            @Valid @ModelAttribute("form") ReorganisationForm form,
            BindingResult result,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ReorganisationKind what = kind(kind);
        form.checkParts(what, result);
        if (!result.hasErrors()) {
            try {
                UUID proposal = service.propose(user, form.toProposal(what, id));
                redirect.addFlashAttribute("flash", Flash.of("division.reorganisation.proposed"));
                return "redirect:/divisions/reorganisations/" + proposal;
            } catch (EffectiveTooEarly | EffectiveOutOfRange | LandInClosedMonth refused) {
                result.rejectValue(
                        "effectiveOn", refused.key(), refused.arguments().toArray(), null);
            } catch (CodeInUse | CodeDoesNotFit refused) {
                if (parts(what) == 1) {
                    result.rejectValue(
                            "parts[0].code", refused.key(), refused.arguments().toArray(), null);
                } else {
                    reject(result, refused);
                }
            } catch (CodeTwice
                    | NothingChanges
                    | ProposalWaits
                    | UnitClosed
                    | UnitsDoNotFit
                    | UnitsMissing
                    | VillagesRemain refused) {
                reject(result, refused);
            }
        }
        fill(model, queries.choices(user, id), what);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return PAGE;
    }

    @MayEditLand
    @PostMapping("/reorganisations/{reorganisation}/confirmation")
    String confirm(
            @AuthenticationPrincipal CurrentUser user, @PathVariable UUID reorganisation, RedirectAttributes redirect) {
        service.confirm(user, reorganisation);
        redirect.addFlashAttribute("flash", Flash.of("division.reorganisation.done"));
        return "redirect:/divisions/reorganisations/" + reorganisation;
    }

    @MayEditLand
    @PostMapping("/reorganisations/{reorganisation}/withdrawal")
    String withdraw(
            @AuthenticationPrincipal CurrentUser user, @PathVariable UUID reorganisation, RedirectAttributes redirect) {
        service.withdraw(user, reorganisation);
        redirect.addFlashAttribute("flash", Flash.of("division.reorganisation.takenBack"));
        return "redirect:/divisions/reorganisations/" + reorganisation;
    }

    private static void fill(Model model, ReorganisationChoices choices, ReorganisationKind kind) {
        model.addAttribute("choices", choices);
        model.addAttribute("kind", kind);
        model.addAttribute("parts", parts(kind));
    }

    private static void reject(BindingResult result, RuleViolation refused) {
        result.reject(refused.key(), refused.arguments().toArray(), null);
    }

    /** The kind an address names: {@code merge}. */
    private static ReorganisationKind kind(String word) {
        for (ReorganisationKind kind : ReorganisationKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                return kind;
            }
        }
        throw new NotFound();
    }

    private static int parts(ReorganisationKind kind) {
        return switch (kind) {
            case ADD, RENAME, MERGE -> 1;
            case SPLIT -> ReorganisationForm.MOST_PARTS;
            case CLOSE, MOVE -> 0;
        };
    }
}
