package org.xuanpai.cockpit.controller;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.xuanpai.cockpit.service.HomeQueries;
import org.xuanpai.platform.Section;
import org.xuanpai.shared.CurrentUser;

/** The first page: the cockpit for whoever may see it, otherwise a page of one's own. */
@Controller
class HomeController {

    private final HomeQueries queries;

    HomeController(HomeQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/")
    String home(@AuthenticationPrincipal CurrentUser user, Model model) {
        if (user.may(Section.COCKPIT.permission())) {
            return "redirect:" + Section.COCKPIT.path();
        }
        model.addAttribute("page", queries.home(user));
        return "cockpit/home";
    }
}
