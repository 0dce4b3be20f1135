package org.xuanpai.account.controller;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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
import org.xuanpai.account.LastSecurityAdministrator;
import org.xuanpai.account.MayManageAccounts;
import org.xuanpai.account.OwnAccountDisabled;
import org.xuanpai.account.PasswordChosenAlready;
import org.xuanpai.account.UsernameTaken;
import org.xuanpai.account.service.AccountExports;
import org.xuanpai.account.service.AccountQueries;
import org.xuanpai.account.service.AccountService;
import org.xuanpai.account.service.AccountService.Invitation;
import org.xuanpai.exchange.ExportFormat;
import org.xuanpai.exchange.Exports;
import org.xuanpai.platform.Flash;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.OutsideLinks;
import org.xuanpai.platform.Section;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.RuleViolation;

/** The system administrator's list of accounts. */
@Controller
@RequestMapping("/accounts")
@Navigation(Section.ACCOUNTS)
class AccountController {

    private static final String LIST = "account/list";
    private static final String TO_LIST = "redirect:/accounts";

    private final AccountQueries queries;
    private final AccountService accounts;
    private final AccountExports lists;
    private final Exports exports;
    private final OutsideLinks links;

    AccountController(
            AccountQueries queries,
            AccountService accounts,
            AccountExports lists,
            Exports exports,
            OutsideLinks links) {
        this.queries = queries;
        this.accounts = accounts;
        this.lists = lists;
        this.exports = exports;
        this.links = links;
    }

    @GetMapping
    ModelAndView list(
            @AuthenticationPrincipal CurrentUser user,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String page,
            @ModelAttribute("form") PersonForm form) {
        return page(user, text, page, HttpStatus.OK);
    }

    @GetMapping("/export")
    void export(
            @AuthenticationPrincipal CurrentUser user,
            @RequestParam(defaultValue = "") String text,
            @RequestParam ExportFormat format,
            HttpServletResponse response) {
        exports.send(format, response, target -> lists.exportAccounts(user, text, target));
    }

    /** The link is shown in the answer itself, once: it is never in an address, a cookie or the session. */
    @MayManageAccounts
    @PostMapping
    ModelAndView create(
            @AuthenticationPrincipal CurrentUser user,
            @Valid @ModelAttribute("form") PersonForm form,
            BindingResult errors) {
        if (!errors.hasErrors()) {
            try {
                return invitation(accounts.create(user, form.getUsername(), form.getDisplayName()));
            } catch (UsernameTaken taken) {
                errors.rejectValue("username", taken.key(), taken.arguments().toArray(), taken.key());
            }
        }
        return page(user, "", null, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @MayManageAccounts
    @PostMapping("/{id}/invitation")
    ModelAndView invite(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
        try {
            return invitation(accounts.invite(user, id));
        } catch (AccountDisabled | PasswordChosenAlready refused) {
            return refused(user, refused);
        }
    }

    @MayManageAccounts
    @PostMapping("/{id}/disabled")
    ModelAndView disable(
            @AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, RedirectAttributes redirect) {
        try {
            accounts.disable(user, id);
            redirect.addFlashAttribute("flash", Flash.of("account.list.disabledDone"));
            return new ModelAndView(TO_LIST);
        } catch (OwnAccountDisabled | LastSecurityAdministrator refused) {
            return refused(user, refused);
        }
    }

    @MayManageAccounts
    @PostMapping("/{id}/enabled")
    String enable(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, RedirectAttributes redirect) {
        accounts.enable(user, id);
        redirect.addFlashAttribute("flash", Flash.of("account.list.enabledDone"));
        return TO_LIST;
    }

    private ModelAndView refused(CurrentUser user, RuleViolation refusal) {
        return page(user, "", null, HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("form", new PersonForm())
                .addObject("refusal", refusal);
    }

    private ModelAndView page(CurrentUser user, String text, @Nullable String page, HttpStatus status) {
        return new ModelAndView(LIST, status)
                .addObject("page", queries.accounts(user, text, page))
                .addObject("text", text);
    }

    private ModelAndView invitation(Invitation invitation) {
        return new ModelAndView("account/invitations")
                .addObject("invitations", List.of(InvitationLink.of(invitation, null, links)));
    }
}
