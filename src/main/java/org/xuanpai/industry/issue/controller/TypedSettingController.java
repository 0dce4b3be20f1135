package org.xuanpai.industry.issue.controller;

import jakarta.validation.Valid;
import java.util.Objects;
import java.util.UUID;
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
import org.xuanpai.industry.MayEditIndicators;
import org.xuanpai.industry.issue.SettingNotNew;
import org.xuanpai.industry.issue.SettingProposed;
import org.xuanpai.industry.issue.SettingTooLate;
import org.xuanpai.industry.issue.service.TypedSettingQueries;
import org.xuanpai.industry.issue.service.TypedSettingService;
import org.xuanpai.platform.Flash;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.RuleViolation;

/** Whether the month's or the cumulative value of an indicator is typed, for county organizers. */
@Controller
@RequestMapping("/industry/issued/settings")
@Navigation(Section.ISSUED_FIGURES)
class TypedSettingController {

    private static final String PAGE = "industry/issue/settings";
    private static final String BACK = "redirect:/industry/issued/settings";

    private final TypedSettingQueries queries;
    private final TypedSettingService service;

    TypedSettingController(TypedSettingQueries queries, TypedSettingService service) {
        this.queries = queries;
        this.service = service;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal CurrentUser user, @ModelAttribute("form") TypedSettingForm form) {
        return page(user, HttpStatus.OK);
    }

    @PostMapping
    @MayEditIndicators
    ModelAndView propose(
            @AuthenticationPrincipal CurrentUser user,
            @Valid @ModelAttribute("form") TypedSettingForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                service.propose(
                        user,
                        Objects.requireNonNull(form.getIndicator()),
                        Objects.requireNonNull(form.getTyped()),
                        Objects.requireNonNull(form.getFrom()));
                redirect.addFlashAttribute("flash", Flash.of("industry.issue.setting.proposed"));
                return new ModelAndView(BACK);
            } catch (SettingProposed | SettingNotNew refused) {
                reject(errors, "indicator", refused);
            } catch (SettingTooLate refused) {
                reject(errors, "from", refused);
            }
        }
        return page(user, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/{id}/confirmation")
    @MayEditIndicators
    String confirm(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, RedirectAttributes redirect) {
        service.confirm(user, id);
        redirect.addFlashAttribute("flash", Flash.of("industry.issue.setting.confirmed"));
        return BACK;
    }

    @PostMapping("/{id}/withdrawal")
    @MayEditIndicators
    String withdraw(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, RedirectAttributes redirect) {
        service.withdraw(user, id);
        redirect.addFlashAttribute("flash", Flash.of("industry.issue.setting.withdrawn"));
        return BACK;
    }

    private ModelAndView page(CurrentUser user, HttpStatus status) {
        return new ModelAndView(PAGE, status).addObject("page", queries.settings(user));
    }

    private static void reject(BindingResult errors, String field, RuleViolation refused) {
        errors.rejectValue(field, refused.key(), refused.arguments().toArray(), null);
    }
}
