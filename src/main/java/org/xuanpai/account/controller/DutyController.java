package org.xuanpai.account.controller;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xuanpai.account.AccountDisabled;
import org.xuanpai.account.AdministratorHoldsNothingElse;
import org.xuanpai.account.AdministratorRolesApart;
import org.xuanpai.account.BureauNameMissing;
import org.xuanpai.account.DutyHeldAlready;
import org.xuanpai.account.GivenByPosting;
import org.xuanpai.account.LastSecurityAdministrator;
import org.xuanpai.account.MayGrantDuties;
import org.xuanpai.account.SelfGranted;
import org.xuanpai.account.UnknownAccount;
import org.xuanpai.account.UnknownUnit;
import org.xuanpai.account.WrongUnitForRole;
import org.xuanpai.account.service.AccountExports;
import org.xuanpai.account.service.DutyQueries;
import org.xuanpai.account.service.DutyService;
import org.xuanpai.exchange.ExportFormat;
import org.xuanpai.exchange.Exports;
import org.xuanpai.platform.Flash;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.Role;
import org.xuanpai.shared.RuleViolation;

/** The security administrator's list of duties: who holds which role where. */
@Controller
@RequestMapping("/duties")
@Navigation(Section.DUTIES)
class DutyController {

    private static final String TO_LIST = "redirect:/duties";

    private final DutyQueries queries;
    private final DutyService duties;
    private final AccountExports lists;
    private final Exports exports;

    DutyController(DutyQueries queries, DutyService duties, AccountExports lists, Exports exports) {
        this.queries = queries;
        this.duties = duties;
        this.lists = lists;
        this.exports = exports;
    }

    /** The roles that are granted by hand. */
    @ModelAttribute("roles")
    List<Role> roles() {
        return Arrays.stream(Role.values())
                .filter(role -> !role.isSystem() && !Role.BY_POSTING.contains(role))
                .toList();
    }

    /** Whose figures a bureau can issue. */
    @ModelAttribute("issuers")
    FigureIssuer[] issuers() {
        return FigureIssuer.values();
    }

    @GetMapping
    ModelAndView list(
            @AuthenticationPrincipal CurrentUser user,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String page,
            @ModelAttribute("form") DutyForm form) {
        return page(user, text, page, HttpStatus.OK);
    }

    @GetMapping("/export")
    void export(
            @AuthenticationPrincipal CurrentUser user,
            @RequestParam(defaultValue = "") String text,
            @RequestParam ExportFormat format,
            HttpServletResponse response) {
        exports.send(format, response, target -> lists.exportDuties(user, text, target));
    }

    @MayGrantDuties
    @PostMapping
    ModelAndView grant(
            @AuthenticationPrincipal CurrentUser user,
            @Valid @ModelAttribute("form") DutyForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        form.check(errors);
        if (!errors.hasErrors()) {
            try {
                duties.grant(user, form.toCommand());
                redirect.addFlashAttribute("flash", Flash.of("account.duty.granted", form.getUsername()));
                return new ModelAndView(TO_LIST);
            } catch (UnknownAccount | AccountDisabled | SelfGranted refused) {
                reject(errors, "username", refused);
            } catch (AdministratorRolesApart
                    | AdministratorHoldsNothingElse
                    | DutyHeldAlready
                    | GivenByPosting refused) {
                reject(errors, "role", refused);
            } catch (UnknownUnit | WrongUnitForRole refused) {
                reject(errors, "unitCode", refused);
            } catch (BureauNameMissing refused) {
                reject(errors, "bureauName", refused);
            }
        }
        return page(user, "", null, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @MayGrantDuties
    @PostMapping("/{id}/end")
    ModelAndView end(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, RedirectAttributes redirect) {
        try {
            duties.end(user, id);
            redirect.addFlashAttribute("flash", Flash.of("account.duty.ended"));
            return new ModelAndView(TO_LIST);
        } catch (LastSecurityAdministrator | GivenByPosting refused) {
            return page(user, "", null, HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("form", new DutyForm())
                    .addObject("refusal", refused);
        }
    }

    private ModelAndView page(CurrentUser user, String text, @Nullable String page, HttpStatus status) {
        return new ModelAndView("account/duties", status)
                .addObject("page", queries.duties(user, text, page))
                .addObject("text", text);
    }

    private static void reject(BindingResult errors, String field, RuleViolation refused) {
        errors.rejectValue(field, refused.key(), refused.arguments().toArray(), refused.key());
    }
}
