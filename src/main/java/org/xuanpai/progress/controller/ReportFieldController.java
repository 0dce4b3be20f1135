package org.xuanpai.progress.controller;

import jakarta.validation.Valid;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.progress.DaysBeyondPeriod;
import org.xuanpai.progress.Edit;
import org.xuanpai.progress.FieldChangedMeanwhile;
import org.xuanpai.progress.FieldNotOpen;
import org.xuanpai.progress.Intent;
import org.xuanpai.progress.MayConfirmOwnPart;
import org.xuanpai.progress.MayEnterReports;
import org.xuanpai.progress.NoSuchField;
import org.xuanpai.progress.OwnPartConfirmed;
import org.xuanpai.progress.StepNotPossible;
import org.xuanpai.progress.TypedField;
import org.xuanpai.progress.service.ReportFieldService;
import org.xuanpai.progress.service.ReportPage;
import org.xuanpai.progress.service.ReportQueries;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.RuleViolation;

/**
 * The monthly form while it is typed: a field comes alone, with what it was based on and the other fields that are not saved
 * yet; the answer is the page's main part as it stands after it. 200: saved; 422: refused, the field says why; 409: somebody
 * else changed it too, the field asks; 410: the form no longer asks for it, and has no such field; 423: the report or the field
 * cannot be written any more.
 */
@Controller
@RequestMapping("/progress/{township}/{month}")
@Navigation(Section.REPORTS)
class ReportFieldController {

    private static final String LIVE = "progress/report :: main";
    private static final String CLOSED = "progress/_live :: closed";

    private final ReportQueries queries;
    private final ReportFieldService fields;
    private final ReportInput input;
    private final Merging merging;

    ReportFieldController(ReportQueries queries, ReportFieldService fields, ReportInput input, Merging merging) {
        this.queries = queries;
        this.fields = fields;
        this.input = input;
        this.merging = merging;
    }

    @ModelAttribute("page")
    ReportPage page(
            @AuthenticationPrincipal CurrentUser user, @PathVariable UUID township, @PathVariable Period month) {
        return queries.page(user, township, month);
    }

    /** What is stored; what comes with the request is put on top of it. */
    @ModelAttribute("form")
    MonthlyReportForm form(@ModelAttribute(name = "page", binding = false) ReportPage page) {
        return MonthlyReportForm.of(page);
    }

    @ModelAttribute("show")
    RowFilter show(@RequestParam(defaultValue = "") String show) {
        return RowFilter.of(show);
    }

    @MayEnterReports
    @PostMapping("/fields")
    ModelAndView save(
            @ModelAttribute(name = "page", binding = false) ReportPage page,
            @Valid @ModelAttribute("form") MonthlyReportForm form,
            BindingResult errors,
            @RequestParam String field,
            @RequestParam UUID opened,
            @RequestParam long number) {
        return answer(
                page,
                form,
                errors,
                field,
                number,
                typed -> fields.save(
                        page.reader(), page.township().id(), page.period(), typed, new Intent(opened, number)));
    }

    @MayConfirmOwnPart
    @PostMapping("/own-part/fields")
    ModelAndView saveOwnPart(
            @ModelAttribute(name = "page", binding = false) ReportPage page,
            @Valid @ModelAttribute("form") MonthlyReportForm form,
            BindingResult errors,
            @RequestParam String field,
            @RequestParam UUID opened,
            @RequestParam long number) {
        return answer(
                page,
                form,
                errors,
                field,
                number,
                typed -> fields.saveOwnPart(
                        page.reader(), page.township().id(), page.period(), typed, new Intent(opened, number)));
    }

    private ModelAndView answer(
            ReportPage page,
            MonthlyReportForm form,
            BindingResult errors,
            String field,
            long number,
            Consumer<TypedField> save) {
        boolean onForm = FormFields.of(page).contains(field);
        boolean gone = !onForm && FormFields.isNoLongerAsked(page, field);
        if (!onForm && !gone || number < 1) {
            return closed(page, FormFields.known(page, field) ? new FieldNotOpen(field) : new NoSuchField());
        }
        HttpStatus status = gone ? HttpStatus.GONE : HttpStatus.UNPROCESSABLE_CONTENT;
        input.content(page, form, errors);
        if (onForm && !errors.hasFieldErrors(FormFields.path(field))) {
            try {
                save.accept(input.canonical(form, field));
                status = HttpStatus.OK;
            } catch (FieldChangedMeanwhile both) {
                status = HttpStatus.CONFLICT;
            } catch (StepNotPossible | FieldNotOpen overtaken) {
                return closed(page, overtaken);
            } catch (OwnPartConfirmed | DaysBeyondPeriod refused) {
                errors.rejectValue(
                        FormFields.path(field),
                        refused.key(),
                        refused.arguments().toArray(),
                        null);
            }
        }
        ReportPage now = queries.page(page.reader(), page.township().id(), page.period());
        if (status == HttpStatus.OK) {
            form.show(field, MonthlyReportForm.of(now).typed(field));
        }
        return new ModelAndView(LIVE, status)
                .addObject("page", now)
                .addObject("live", true)
                .addObject("refused", refused(errors, now))
                .addObject("asked", asked(form, now));
    }

    /** The fields whose value was not taken, by what is marked as a whole. */
    private static List<String> refused(BindingResult errors, ReportPage page) {
        return FormFields.of(page).stream()
                .filter(field -> errors.hasFieldErrors(FormFields.path(field)))
                .map(FormFields::part)
                .toList();
    }

    private Map<String, Asked> asked(MonthlyReportForm form, ReportPage now) {
        Map<String, Asked> asked = new LinkedHashMap<>();
        MonthlyReportForm theirs = MonthlyReportForm.of(now);
        for (String field : merging.merge(form, now)) {
            Optional<Edit> edit = now.edit(field);
            String other = edit.filter(last -> !last.by().equals(now.reader().accountId()))
                    .map(Edit::byName)
                    .orElse("");
            asked.put(
                    field,
                    new Asked(field, other, edit.map(Edit::at).orElse(null), form.typed(field), theirs.typed(field)));
        }
        return Collections.unmodifiableMap(asked);
    }

    private static ModelAndView closed(ReportPage page, RuleViolation why) {
        return new ModelAndView(CLOSED, HttpStatus.LOCKED)
                .addObject("page", page)
                .addObject("why", why);
    }
}
