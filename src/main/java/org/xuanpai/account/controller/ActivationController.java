package org.xuanpai.account.controller;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xuanpai.account.LinkUnusable;
import org.xuanpai.account.TooManyAtOnce;
import org.xuanpai.account.WeakPassword;
import org.xuanpai.account.WrongCode;
import org.xuanpai.account.service.ActivationService;
import org.xuanpai.account.service.ActivationService.LinkView;
import org.xuanpai.platform.Flash;

/** Choosing a password through a one-time link. */
@Controller
class ActivationController {

    private static final String PAGE = "account/activation";

    private final ActivationService activation;

    ActivationController(ActivationService activation) {
        this.activation = activation;
    }

    @GetMapping("/account/activation/{token}")
    ModelAndView form(@PathVariable String token, @ModelAttribute("form") NewPasswordForm form) {
        try {
            return page(token, HttpStatus.OK);
        } catch (LinkUnusable unusable) {
            return new ModelAndView("account/link-unusable", HttpStatus.GONE);
        }
    }

    @PostMapping("/account/activation/{token}")
    ModelAndView choose(
            @PathVariable String token,
            @ModelAttribute("form") NewPasswordForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        try {
            form.checkRepeated(errors);
            if (!errors.hasErrors()) {
                activation.choosePassword(token, form.getCode(), form.getPassword());
                redirect.addFlashAttribute("flash", Flash.of("account.activation.done"));
                return new ModelAndView("redirect:/login");
            }
            return page(token, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (WrongCode refused) {
            NewPasswordForm.reject(errors, "code", refused);
            return page(token, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (WeakPassword | TooManyAtOnce refused) {
            NewPasswordForm.reject(errors, "password", refused);
            return page(token, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (LinkUnusable unusable) {
            return new ModelAndView("account/link-unusable", HttpStatus.GONE);
        }
    }

    private ModelAndView page(String token, HttpStatus status) {
        LinkView link = activation.open(token);
        return new ModelAndView(PAGE, status)
                .addObject("username", link.username())
                .addObject("needsCode", link.needsCode())
                .addObject("token", token);
    }
}
