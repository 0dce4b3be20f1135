package org.xuanpai.industry.issue.controller;

import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xuanpai.industry.MayIssueFigures;
import org.xuanpai.industry.MayObjectToFigures;
import org.xuanpai.industry.issue.ObjectionAnswered;
import org.xuanpai.industry.issue.ObjectionOpen;
import org.xuanpai.industry.issue.ObjectionWithoutReason;
import org.xuanpai.industry.issue.OwnObjection;
import org.xuanpai.industry.issue.service.IssueQueries;
import org.xuanpai.industry.issue.service.ObjectionService;
import org.xuanpai.platform.Flash;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.RuleViolation;

/** Objections of townships to issued figures, and their refusal by whoever issued. */
@Controller
@RequestMapping("/industry/issued/{issuer}/{month}")
@Navigation(Section.ISSUED_FIGURES)
class ObjectionController {

    static final String PAGE = "industry/issue/sheet";

    private final ObjectionService objections;
    private final IssueQueries queries;

    ObjectionController(ObjectionService objections, IssueQueries queries) {
        this.objections = objections;
        this.queries = queries;
    }

    @PostMapping("/{township}/{indicator}/objection")
    @MayObjectToFigures
    ModelAndView object(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable String issuer,
            @PathVariable String month,
            @PathVariable UUID township,
            @PathVariable String indicator,
            @Valid @ModelAttribute("form") ObjectionForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        IssuedMonth shown = IssuedMonth.of(issuer, month);
        if (!errors.hasErrors()) {
            try {
                objections.object(user, township, shown.issuer(), shown.period(), indicator, form.getReason());
                redirect.addFlashAttribute("flash", Flash.of("industry.issue.objected"));
                return back(shown, township);
            } catch (ObjectionWithoutReason | ObjectionOpen refused) {
                reject(errors, refused);
            }
        }
        return again(user, shown);
    }

    @PostMapping("/objections/{id}/refusal")
    @MayIssueFigures
    ModelAndView refuse(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable String issuer,
            @PathVariable String month,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ObjectionForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        IssuedMonth shown = IssuedMonth.of(issuer, month);
        if (!errors.hasErrors()) {
            try {
                objections.refuse(user, shown.issuer(), shown.period(), id, form.getReason());
                redirect.addFlashAttribute("flash", Flash.of("industry.issue.objectionRefused"));
                return new ModelAndView("redirect:" + shown.path());
            } catch (ObjectionWithoutReason | ObjectionAnswered | OwnObjection refused) {
                reject(errors, refused);
            }
        }
        return again(user, shown);
    }

    private ModelAndView again(CurrentUser user, IssuedMonth shown) {
        return new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("sheet", queries.sheet(user, shown.issuer(), shown.period()));
    }

    private static ModelAndView back(IssuedMonth shown, UUID township) {
        return new ModelAndView("redirect:" + shown.path() + "#t-" + township);
    }

    private static void reject(BindingResult errors, RuleViolation refused) {
        errors.rejectValue("reason", refused.key(), refused.arguments().toArray(), null);
    }
}
