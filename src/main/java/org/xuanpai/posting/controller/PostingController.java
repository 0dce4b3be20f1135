package org.xuanpai.posting.controller;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xuanpai.exchange.ExportFormat;
import org.xuanpai.exchange.Exports;
import org.xuanpai.platform.Flash;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.posting.MayArrangePostings;
import org.xuanpai.posting.PostingFilter;
import org.xuanpai.posting.service.PostingExports;
import org.xuanpai.posting.service.PostingQueries;
import org.xuanpai.posting.service.RoundService;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Permission;

/** The list of postings by township, and the rounds of whoever organizes some. */
@Controller
@RequestMapping("/postings")
@Navigation(Section.POSTINGS)
class PostingController {

    private final PostingQueries queries;
    private final RoundService rounds;
    private final PostingExports lists;
    private final Exports exports;
    private final Clock clock;

    PostingController(PostingQueries queries, RoundService rounds, PostingExports lists, Exports exports, Clock clock) {
        this.queries = queries;
        this.rounds = rounds;
        this.lists = lists;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal CurrentUser user,
            @RequestParam(required = false) @Nullable String show,
            @ModelAttribute("form") RoundForm form,
            Model model) {
        return page(user, filter(show), model);
    }

    @GetMapping("/export")
    void export(
            @AuthenticationPrincipal CurrentUser user,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam ExportFormat format,
            HttpServletResponse response) {
        exports.send(format, response, target -> lists.export(user, filter(show), target));
    }

    @MayArrangePostings
    @PostMapping("/rounds")
    String open(
            @AuthenticationPrincipal CurrentUser user,
            @Valid @ModelAttribute("form") RoundForm form,
            BindingResult result,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (result.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(user, PostingFilter.NOW, model);
        }
        UUID round = rounds.open(user, form.getTitle());
        redirect.addFlashAttribute("flash", Flash.of("posting.round.opened"));
        return "redirect:/postings/rounds/" + round;
    }

    private String page(CurrentUser user, PostingFilter filter, Model model) {
        model.addAttribute("rows", queries.list(user, filter));
        model.addAttribute("rounds", queries.rounds(user));
        model.addAttribute("show", filter);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("arranges", user.may(Permission.ARRANGE_POSTINGS));
        model.addAttribute("county", user.scope().townships().isEmpty());
        return "posting/list";
    }

    /** The filter an address names: {@code gaps}; a hand-written one that names none is no error. */
    private static PostingFilter filter(@Nullable String word) {
        for (PostingFilter filter : PostingFilter.values()) {
            if (filter.name().toLowerCase(Locale.ROOT).equals(word)) {
                return filter;
            }
        }
        return PostingFilter.NOW;
    }
}
