package org.xuanpai.account.controller;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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
import org.xuanpai.account.MayConfirmResets;
import org.xuanpai.account.MayHandleResets;
import org.xuanpai.account.MayProposeResets;
import org.xuanpai.account.NoPasswordYet;
import org.xuanpai.account.ResetOfOwnPassword;
import org.xuanpai.account.ResetOver;
import org.xuanpai.account.ResetProposedAlready;
import org.xuanpai.account.UnknownAccount;
import org.xuanpai.account.WrongAdministratorForReset;
import org.xuanpai.account.service.AccountExports;
import org.xuanpai.account.service.PasswordResetQueries;
import org.xuanpai.account.service.PasswordResetService;
import org.xuanpai.account.service.PasswordResetService.CodeHalf;
import org.xuanpai.account.service.PasswordResetService.LinkHalf;
import org.xuanpai.exchange.ExportFormat;
import org.xuanpai.exchange.Exports;
import org.xuanpai.platform.Flash;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.OutsideLinks;
import org.xuanpai.platform.Section;
import org.xuanpai.shared.AlreadyConfirmed;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.RuleViolation;
import org.xuanpai.shared.SecondPersonNeeded;

/** Resets of passwords: one administrator proposes, another confirms. Link and code are shown in the answer itself, once. */
@Controller
@RequestMapping("/resets")
@Navigation(Section.RESETS)
class ResetController {

    private final PasswordResetQueries queries;
    private final PasswordResetService resets;
    private final AccountExports lists;
    private final Exports exports;
    private final OutsideLinks links;

    ResetController(
            PasswordResetQueries queries,
            PasswordResetService resets,
            AccountExports lists,
            Exports exports,
            OutsideLinks links) {
        this.queries = queries;
        this.resets = resets;
        this.lists = lists;
        this.exports = exports;
        this.links = links;
    }

    @GetMapping
    ModelAndView list(
            @AuthenticationPrincipal CurrentUser user,
            @RequestParam(required = false) @Nullable String page,
            @ModelAttribute("form") ResetForm form) {
        return page(user, page, HttpStatus.OK);
    }

    @GetMapping("/export")
    void export(
            @AuthenticationPrincipal CurrentUser user,
            @RequestParam ExportFormat format,
            HttpServletResponse response) {
        exports.send(format, response, target -> lists.exportResets(user, target));
    }

    @MayProposeResets
    @PostMapping
    ModelAndView propose(
            @AuthenticationPrincipal CurrentUser user,
            @Valid @ModelAttribute("form") ResetForm form,
            BindingResult errors) {
        if (!errors.hasErrors()) {
            try {
                LinkHalf half = resets.propose(user, form.getUsername());
                String url = links.to("/account/activation/{token}", half.token());
                return half("link", half.username(), half.displayName(), url);
            } catch (UnknownAccount
                    | AccountDisabled
                    | NoPasswordYet
                    | ResetOfOwnPassword
                    | WrongAdministratorForReset
                    | ResetProposedAlready refused) {
                errors.rejectValue(
                        "username", refused.key(), refused.arguments().toArray(), refused.key());
            }
        }
        return page(user, null, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @MayConfirmResets
    @PostMapping("/{id}/confirmation")
    ModelAndView confirm(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
        try {
            CodeHalf half = resets.confirm(user, id);
            return half("code", half.username(), half.displayName(), half.code());
        } catch (AccountDisabled
                | AlreadyConfirmed
                | SecondPersonNeeded
                | ResetOfOwnPassword
                | WrongAdministratorForReset
                | ResetOver refused) {
            return refused(user, refused);
        }
    }

    @MayHandleResets
    @PostMapping("/{id}/refusal")
    ModelAndView refuse(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, RedirectAttributes redirect) {
        try {
            resets.refuse(user, id);
            redirect.addFlashAttribute("flash", Flash.of("account.reset.refusedDone"));
            return new ModelAndView("redirect:/resets");
        } catch (ResetOver over) {
            return refused(user, over);
        }
    }

    private ModelAndView refused(CurrentUser user, RuleViolation refusal) {
        return page(user, null, HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("form", new ResetForm())
                .addObject("refusal", refusal);
    }

    private ModelAndView page(CurrentUser user, @Nullable String page, HttpStatus status) {
        return new ModelAndView("account/resets", status).addObject("page", queries.resets(user, page));
    }

    private static ModelAndView half(String half, String username, String displayName, String secret) {
        return new ModelAndView("account/reset-half")
                .addObject("half", half)
                .addObject("username", username)
                .addObject("displayName", displayName)
                .addObject("secret", secret);
    }
}
