package org.xuanpai.calendar.controller;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xuanpai.calendar.service.CalendarQueries;
import org.xuanpai.exchange.ExportFormat;
import org.xuanpai.exchange.Exports;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Period;

/** A year's sheet and its export, for whoever may read the calendar. Changing it: {@link ProposalController}. */
@Controller
@RequestMapping("/calendar")
@Navigation(Section.CALENDAR)
class CalendarController {

    private final CalendarQueries calendar;
    private final Exports exports;
    private final Clock clock;

    CalendarController(CalendarQueries calendar, Exports exports, Clock clock) {
        this.calendar = calendar;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal CurrentUser user,
            @RequestParam(required = false) @Nullable Integer year,
            Model model) {
        LocalDate today = LocalDate.now(clock);
        int shown = checked(year == null ? today.getYear() : year);
        model.addAttribute("page", CalendarPage.of(calendar.year(user, shown), user, today));
        model.addAttribute("form", ProposalForm.of(shown));
        return "calendar/show";
    }

    @GetMapping("/export")
    void export(
            @AuthenticationPrincipal CurrentUser user,
            @RequestParam int year,
            @RequestParam ExportFormat format,
            HttpServletResponse response) {
        exports.send(format, response, target -> calendar.export(user, checked(year), target));
    }

    private static int checked(int year) {
        if (!Period.isYear(year)) {
            throw new NotFound();
        }
        return year;
    }
}
