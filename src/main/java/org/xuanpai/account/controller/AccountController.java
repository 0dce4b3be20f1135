package org.xuanpai.account.controller;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xuanpai.account.UsernameTaken;
import org.xuanpai.account.controller.SetUpController.Person;
import org.xuanpai.account.service.AccountQueries;
import org.xuanpai.account.service.AccountService;
import org.xuanpai.account.service.AccountService.Invitation;
import org.xuanpai.platform.Flash;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.shared.CurrentUser;

/** The system administrator's list of accounts. */
@Controller
@Navigation(Section.ACCOUNTS)
class AccountController {

    private static final String LIST = "account/list";

    private final AccountQueries queries;
    private final AccountService accounts;

    AccountController(AccountQueries queries, AccountService accounts) {
        this.queries = queries;
        this.accounts = accounts;
    }

    @GetMapping("/accounts")
    ModelAndView list(
            @AuthenticationPrincipal CurrentUser user,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "0") int page,
            @ModelAttribute("form") Person form) {
        return page(user, text, page, HttpStatus.OK);
    }

    /** The link is shown in the answer itself, once: it is never in an address, a cookie or the session. */
    @PostMapping("/accounts")
    ModelAndView create(
            @AuthenticationPrincipal CurrentUser user,
            @Valid @ModelAttribute("form") Person form,
            BindingResult errors) {
        if (!errors.hasErrors()) {
            try {
                return invitation(accounts.create(user, form.getUsername(), form.getDisplayName()));
            } catch (UsernameTaken taken) {
                errors.rejectValue("username", taken.key(), taken.arguments().toArray(), taken.key());
            }
        }
        return page(user, "", 0, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/accounts/{id}/invitation")
    ModelAndView invite(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
        return invitation(accounts.invite(user, id));
    }

    @PostMapping("/accounts/{id}/disabled")
    String disable(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, RedirectAttributes redirect) {
        accounts.disable(user, id);
        redirect.addFlashAttribute("flash", Flash.of("account.list.disabledDone"));
        return "redirect:/accounts";
    }

    @PostMapping("/accounts/{id}/enabled")
    String enable(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, RedirectAttributes redirect) {
        accounts.enable(user, id);
        redirect.addFlashAttribute("flash", Flash.of("account.list.enabledDone"));
        return "redirect:/accounts";
    }

    private ModelAndView page(CurrentUser user, String text, int page, HttpStatus status) {
        int wanted = Math.max(0, Math.min(page, 10_000));
        return new ModelAndView(LIST, status)
                .addObject("accounts", queries.accounts(user, text, wanted))
                .addObject("text", text)
                .addObject("page", wanted);
    }

    private static ModelAndView invitation(Invitation invitation) {
        return new ModelAndView("account/invitations").addObject("invitations", List.of(InvitationLink.of(invitation)));
    }
}
