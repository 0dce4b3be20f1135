package org.xuanpai.account.controller;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xuanpai.account.DemoAccess;
import org.xuanpai.account.service.SetUpService;

/** The log-in page; the post itself is answered by the security chain. */
@Controller
class LoginController {

    private final SetUpService setUp;
    private final ObjectProvider<DemoAccess> demo;

    LoginController(SetUpService setUp, ObjectProvider<DemoAccess> demo) {
        this.setUp = setUp;
        this.demo = demo;
    }

    /** @param as a user name to begin with, from the list of demo accounts */
    @GetMapping("/login")
    String login(@RequestParam(defaultValue = "") String as, Model model) {
        if (setUp.isOpen()) {
            return "redirect:/set-up";
        }
        model.addAttribute("username", as);
        model.addAttribute(
                "demoAccounts",
                demo.stream().findFirst().map(DemoAccess::accounts).orElse(List.of()));
        model.addAttribute(
                "demoPassword",
                demo.stream().findFirst().map(DemoAccess::password).orElse(""));
        return "account/login";
    }
}
