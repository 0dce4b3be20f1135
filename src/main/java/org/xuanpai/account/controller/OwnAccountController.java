package org.xuanpai.account.controller;

import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xuanpai.account.OwnAccount;
import org.xuanpai.account.TooManyAtOnce;
import org.xuanpai.account.WeakPassword;
import org.xuanpai.account.WrongPassword;
import org.xuanpai.account.service.OwnAccountService;
import org.xuanpai.platform.ActingDuty;
import org.xuanpai.platform.Flash;
import org.xuanpai.shared.CurrentUser;

/** The own account: acting duty and password. */
@Controller
class OwnAccountController {

    private static final String PASSWORD_PAGE = "account/password";

    private final OwnAccountService own;

    OwnAccountController(OwnAccountService own) {
        this.own = own;
    }

    @OwnAccount
    @PostMapping("/account/duty")
    String switchDuty(@AuthenticationPrincipal CurrentUser user, @RequestParam UUID duty, HttpSession session) {
        CurrentUser next = own.switchDuty(user, duty);
        ActingDuty.keep(session, duty, next.role());
        return "redirect:/";
    }

    @GetMapping("/account/password")
    String passwordForm(@ModelAttribute("form") NewPasswordForm form) {
        return PASSWORD_PAGE;
    }

    @OwnAccount
    @PostMapping("/account/password")
    ModelAndView changePassword(
            @AuthenticationPrincipal CurrentUser user,
            @ModelAttribute("form") NewPasswordForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        form.checkRepeated(errors);
        if (!errors.hasErrors()) {
            try {
                own.changePassword(user, form.getOldPassword(), form.getPassword());
                redirect.addFlashAttribute("flash", Flash.of("account.password.changed"));
                return new ModelAndView("redirect:/login");
            } catch (WeakPassword | TooManyAtOnce refused) {
                NewPasswordForm.reject(errors, "password", refused);
            } catch (WrongPassword wrong) {
                NewPasswordForm.reject(errors, "oldPassword", wrong);
            }
        }
        return new ModelAndView(PASSWORD_PAGE, HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
