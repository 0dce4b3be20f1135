package org.xuanpai.calendar.controller;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xuanpai.calendar.CalendarFileRefused;
import org.xuanpai.calendar.MayEditCalendar;
import org.xuanpai.calendar.YearAlreadyProposed;
import org.xuanpai.calendar.service.CalendarQueries;
import org.xuanpai.calendar.service.CalendarService;
import org.xuanpai.calendar.service.ProposeYear;
import org.xuanpai.exchange.CsvBroken;
import org.xuanpai.platform.Flash;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.RuleViolation;

/** Proposing a year's file, confirming and withdrawing it, for county organizers. */
@Controller
@RequestMapping("/calendar/proposals")
@Navigation(Section.CALENDAR)
class ProposalController {

    private final CalendarService service;
    private final CalendarQueries calendar;
    private final Clock clock;

    ProposalController(CalendarService service, CalendarQueries calendar, Clock clock) {
        this.service = service;
        this.calendar = calendar;
        this.clock = clock;
    }

    @MayEditCalendar
    @PostMapping
    String propose(
            @AuthenticationPrincipal CurrentUser user,
            @Valid @ModelAttribute("form") ProposalForm form,
            BindingResult binding,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Integer year = form.getYear();
        if (!binding.hasErrors() && year != null) {
            try {
                service.propose(user, new ProposeYear(year, form.getPaper(), content(form.getFile())));
                redirect.addFlashAttribute("flash", Flash.of("calendar.proposed", String.valueOf(year)));
                return "redirect:/calendar?year=" + year;
            } catch (CalendarFileRefused | CsvBroken | YearAlreadyProposed refused) {
                reject(binding, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        LocalDate today = LocalDate.now(clock);
        int shown = year == null || !Period.isYear(year) ? today.getYear() : year;
        model.addAttribute("page", CalendarPage.of(calendar.year(user, shown), user, today));
        return "calendar/show";
    }

    @MayEditCalendar
    @PostMapping("/{id}/confirmation")
    String confirm(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID id,
            @RequestParam long version,
            RedirectAttributes redirect) {
        int year = service.confirm(user, id, version);
        redirect.addFlashAttribute("flash", Flash.of("calendar.confirmed", String.valueOf(year)));
        return "redirect:/calendar?year=" + year;
    }

    @MayEditCalendar
    @PostMapping("/{id}/withdrawal")
    String withdraw(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID id,
            @RequestParam long version,
            RedirectAttributes redirect) {
        int year = service.withdraw(user, id, version);
        redirect.addFlashAttribute("flash", Flash.of("calendar.withdrawn", String.valueOf(year)));
        return "redirect:/calendar?year=" + year;
    }

    private static void reject(BindingResult binding, RuleViolation refused) {
        String field = switch (refused.key()) {
            case "calendar.file.yearOutOfRange", "calendar.alreadyProposed" -> "year";
            case "calendar.file.noPaper" -> "paper";
            default -> "file";
        };
        binding.rejectValue(field, refused.key(), refused.arguments().toArray(), null);
    }

    private static byte[] content(@Nullable MultipartFile file) {
        try {
            return file == null ? new byte[0] : file.getBytes();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
