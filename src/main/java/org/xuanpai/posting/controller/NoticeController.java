package org.xuanpai.posting.controller;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.xuanpai.posting.service.NoticeQueries;

/** The notice board, for everybody; nobody signs in for it. */
@Controller
@RequestMapping("/notices")
class NoticeController {

    private final NoticeQueries queries;

    NoticeController(NoticeQueries queries) {
        this.queries = queries;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("notices", queries.running());
        return "posting/notices";
    }
}
