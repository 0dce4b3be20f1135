package org.xuanpai.audit.controller;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xuanpai.audit.service.TrailEntry;
import org.xuanpai.audit.service.TrailExports;
import org.xuanpai.audit.service.TrailFilter;
import org.xuanpai.audit.service.TrailQueries;
import org.xuanpai.audit.service.TrailVerifier;
import org.xuanpai.exchange.ExportFormat;
import org.xuanpai.exchange.Exports;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.shared.CurrentUser;

/** The trail for the auditor. */
@Controller
@RequestMapping("/trail")
@Navigation(Section.TRAIL)
class TrailController {

    private static final String NEWEST = "9223372036854775807";

    private final TrailQueries queries;
    private final TrailVerifier verifier;
    private final TrailExports lists;
    private final Exports exports;
    private final TrailTexts texts;

    TrailController(
            TrailQueries queries, TrailVerifier verifier, TrailExports lists, Exports exports, TrailTexts texts) {
        this.queries = queries;
        this.verifier = verifier;
        this.lists = lists;
        this.exports = exports;
        this.texts = texts;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal CurrentUser user,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "ALL") Shown shown,
            @RequestParam(defaultValue = NEWEST) long before,
            Locale locale,
            Model model) {
        TrailQueries.Found found = queries.page(user, filter(text, shown, locale), before);
        List<TrailEntry> entries = found.entries();
        List<TrailEntry> page = entries.subList(0, Math.min(entries.size(), TrailQueries.PAGE));
        boolean full = entries.size() > page.size();
        Long lookedTo = !full && found.from() > 1 ? found.from() : null;
        model.addAttribute(
                "page",
                new TrailPage(
                        page.stream()
                                .map(entry -> new TrailPage.Row(
                                        entry, texts.subject(entry, locale), texts.details(entry, locale)))
                                .toList(),
                        text,
                        shown,
                        before == Long.MAX_VALUE,
                        full ? Long.valueOf(page.get(page.size() - 1).seq()) : lookedTo,
                        lookedTo));
        return "audit/list";
    }

    @GetMapping("/export")
    void export(
            @AuthenticationPrincipal CurrentUser user,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "ALL") Shown shown,
            @RequestParam ExportFormat format,
            Locale locale,
            HttpServletResponse response) {
        TrailFilter filter = filter(text, shown, locale);
        exports.send(format, response, target -> lists.export(user, filter, target));
    }

    @GetMapping("/verification")
    String verify(@AuthenticationPrincipal CurrentUser user, Model model) {
        model.addAttribute("verification", verifier.verify(user));
        return "audit/verification";
    }

    private TrailFilter filter(String text, Shown shown, Locale locale) {
        return TrailFilter.of(text, texts.actionsNamed(text, locale), shown == Shown.ALL ? "" : shown.name());
    }

    /** Which outcomes are shown. */
    enum Shown {
        ALL,
        REFUSED,
        SLIP
    }
}
