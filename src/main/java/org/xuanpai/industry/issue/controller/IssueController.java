package org.xuanpai.industry.issue.controller;

import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xuanpai.industry.MayIssueFigures;
import org.xuanpai.industry.issue.CellTwice;
import org.xuanpai.industry.issue.IssueWay;
import org.xuanpai.industry.issue.IssuedFigureRefused;
import org.xuanpai.industry.issue.MonthSettled;
import org.xuanpai.industry.issue.NotAsPreviewed;
import org.xuanpai.industry.issue.NotLookedAt;
import org.xuanpai.industry.issue.NotOnSheet;
import org.xuanpai.industry.issue.NothingToIssue;
import org.xuanpai.industry.issue.ObjectionAnswered;
import org.xuanpai.industry.issue.OwnObjection;
import org.xuanpai.industry.issue.PeriodNotOver;
import org.xuanpai.industry.issue.SheetOvertaken;
import org.xuanpai.industry.issue.service.IssueCounts;
import org.xuanpai.industry.issue.service.IssueQueries;
import org.xuanpai.industry.issue.service.IssueService;
import org.xuanpai.industry.issue.service.IssueSheet;
import org.xuanpai.industry.issue.service.SheetView;
import org.xuanpai.platform.Flash;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.RuleViolation;

/** Issuing a month: the sheet is brought, looked at beside what counts, and only then issued. */
@Controller
@RequestMapping("/industry/issued/{issuer}/{month}")
@Navigation(Section.ISSUED_FIGURES)
class IssueController {

    private static final String ENTRY = "industry/issue/entry";
    private static final String PREVIEW = "industry/issue/preview";

    private final IssueQueries queries;
    private final IssueService service;
    private final SheetInput input;
    private final PreviewSeal seals;

    IssueController(IssueQueries queries, IssueService service, SheetInput input, PreviewSeal seals) {
        this.queries = queries;
        this.service = service;
        this.input = input;
        this.seals = seals;
    }

    @GetMapping("/entry")
    ModelAndView entry(
            @AuthenticationPrincipal CurrentUser user, @PathVariable String issuer, @PathVariable String month) {
        SheetView sheet = sheet(user, IssuedMonth.of(issuer, month));
        return new ModelAndView(ENTRY).addObject("sheet", sheet).addObject("form", IssueForm.of(sheet));
    }

    /** Back from the preview, with what was brought in the cells of the sheet. */
    @PostMapping("/entry")
    @MayIssueFigures
    ModelAndView entryAgain(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable String issuer,
            @PathVariable String month,
            @RequestParam String content) {
        SheetView sheet = sheet(user, IssuedMonth.of(issuer, month));
        try {
            return new ModelAndView(ENTRY)
                    .addObject("sheet", sheet)
                    .addObject("form", IssueForm.of(sheet, SheetInput.figures(content)));
        } catch (NotOnSheet | CellTwice refused) {
            return unreadable(sheet, refused);
        }
    }

    /** Nothing is stored: the preview carries the figures on. */
    @PostMapping("/preview")
    @MayIssueFigures
    ModelAndView preview(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable String issuer,
            @PathVariable String month,
            @Valid @ModelAttribute("form") IssueForm form,
            BindingResult errors) {
        IssuedMonth shown = IssuedMonth.of(issuer, month);
        SheetView sheet = sheet(user, shown);
        SheetInput.Brought brought = input.read(sheet, form, errors);
        if (!errors.hasErrors() && brought.figures().isEmpty()) {
            errors.reject("industry.issue.refused.nothing");
        }
        if (errors.hasErrors()) {
            return new ModelAndView(ENTRY, HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("sheet", sheet)
                    .addObject("fieldNames", IssueForm.names(sheet, LocaleContextHolder.getLocale()));
        }
        return new ModelAndView(PREVIEW)
                .addObject("page", page(user, shown, sheet, brought))
                .addObject("decision", new IssueDecision());
    }

    @PostMapping("/issuance")
    @MayIssueFigures
    ModelAndView issue(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable String issuer,
            @PathVariable String month,
            @RequestParam String content,
            @RequestParam int seen,
            @RequestParam IssueWay way,
            @RequestParam(defaultValue = "") String fileName,
            @RequestParam(defaultValue = "") String seal,
            @Valid @ModelAttribute("decision") IssueDecision decision,
            BindingResult errors,
            RedirectAttributes redirect) {
        IssuedMonth shown = IssuedMonth.of(issuer, month);
        Map<UUID, Map<String, BigDecimal>> figures;
        try {
            figures = SheetInput.figures(content);
        } catch (NotOnSheet | CellTwice refused) {
            return unreadable(sheet(user, shown), refused);
        }
        if (!seals.isOf(seal, user.accountId(), shown, seen, way, fileName, content)) {
            // by whatever way it says it came: it was written into the fields
            return refused(user, shown, new SheetInput.Brought(IssueWay.TYPED, "", figures), new NotAsPreviewed());
        }
        SheetInput.Brought brought = new SheetInput.Brought(way, fileName, figures);
        if (errors.hasErrors()) {
            return again(user, shown, brought);
        }
        IssueSheet sheet = new IssueSheet(shown.issuer(), shown.period(), seen, way, fileName, figures);
        try {
            IssueCounts counts = service.issue(user, decision.isLooked() ? sheet.lookedAt(decision.getNote()) : sheet);
            redirect.addFlashAttribute(
                    "flash", Flash.of("industry.issue.issued", counts.fresh(), counts.changed(), counts.unchanged()));
            return new ModelAndView("redirect:" + shown.path());
        } catch (NotLookedAt refused) {
            if (!decision.isLooked()) {
                errors.rejectValue("looked", refused.key(), refused.arguments().toArray(), null);
            }
            if (decision.getNote().isBlank()) {
                errors.rejectValue("note", "industry.issue.look.noteMissing");
            }
            return again(user, shown, brought);
        } catch (SheetOvertaken
                | NothingToIssue
                | NotOnSheet
                | IssuedFigureRefused
                | PeriodNotOver
                | MonthSettled
                | OwnObjection
                | ObjectionAnswered refused) {
            return refused(user, shown, brought, refused);
        }
    }

    private ModelAndView refused(
            CurrentUser user, IssuedMonth shown, SheetInput.Brought brought, RuleViolation refused) {
        return again(user, shown, brought)
                .addObject("refusalKey", refused.key())
                .addObject("refusalArguments", refused.arguments().toArray());
    }

    /** The preview with everything that was brought, compared with what counts by now. */
    private ModelAndView again(CurrentUser user, IssuedMonth shown, SheetInput.Brought brought) {
        return new ModelAndView(PREVIEW, HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("page", page(user, shown, sheet(user, shown), brought));
    }

    /** The sheet to be filled in anew: what came is nothing that a preview carries on. */
    private static ModelAndView unreadable(SheetView sheet, RuleViolation refused) {
        IssueForm form = IssueForm.of(sheet);
        BindingResult errors = new BeanPropertyBindingResult(form, "form");
        errors.reject(refused.key(), refused.arguments().toArray(), null);
        return new ModelAndView(ENTRY, HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("sheet", sheet)
                .addObject("form", form)
                .addObject(BindingResult.MODEL_KEY_PREFIX + "form", errors)
                .addObject("fieldNames", Map.of());
    }

    private PreviewPage page(CurrentUser user, IssuedMonth shown, SheetView sheet, SheetInput.Brought brought) {
        PreviewPage page = PreviewPage.of(sheet, brought);
        return page.sealed(seals.of(
                        user.accountId(), shown, sheet.seen(), brought.way(), brought.fileName(), page.content()))
                .lookingAhead(queries.outlook(user, shown.issuer(), shown.period(), page.changedFigures()));
    }

    private SheetView sheet(CurrentUser user, IssuedMonth shown) {
        return queries.sheetToIssue(user, shown.issuer(), shown.period());
    }
}
