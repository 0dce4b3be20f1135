package org.xuanpai.posting.people.controller;

import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.posting.people.AssignmentEnded;
import org.xuanpai.posting.people.AssignmentKind;
import org.xuanpai.posting.people.AssignmentNotConfirmed;
import org.xuanpai.posting.people.AssignmentProposedAlready;
import org.xuanpai.posting.people.DatesOutOfOrder;
import org.xuanpai.posting.people.DayUnlikely;
import org.xuanpai.posting.people.MayEditPeople;
import org.xuanpai.posting.people.TownshipUnknown;
import org.xuanpai.posting.people.VillageUnknown;
import org.xuanpai.posting.people.service.AssignmentService;
import org.xuanpai.shared.CurrentUser;

/** Liaisons and secondments of somebody: entered by one organizer, confirmed by a second. */
@Controller
@RequestMapping("/postings/people/{id}/assignments")
@Navigation(Section.PEOPLE)
class AssignmentController {

    private static final String FORM = "assignment-form";

    private final AssignmentService assignments;
    private final PersonPages pages;

    AssignmentController(AssignmentService assignments, PersonPages pages) {
        this.assignments = assignments;
        this.pages = pages;
    }

    @ModelAttribute("kinds")
    AssignmentKind[] kinds() {
        return AssignmentKind.values();
    }

    @GetMapping("/new")
    @MayEditPeople
    ModelAndView add(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID id,
            @ModelAttribute("form") AssignmentForm form) {
        return pages.formWithTownships(user, id, FORM, HttpStatus.OK);
    }

    @PostMapping
    @MayEditPeople
    ModelAndView propose(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") AssignmentForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                assignments.propose(user, id, form.toCommand());
                return PersonPages.done(redirect, id, "posting.people.assignment.proposed");
            } catch (TownshipUnknown refused) {
                PersonPages.reject(errors, "township", refused);
            } catch (VillageUnknown refused) {
                PersonPages.reject(errors, "village", refused);
            } catch (AssignmentProposedAlready refused) {
                PersonPages.reject(errors, "kind", refused);
            } catch (DayUnlikely refused) {
                PersonPages.reject(errors, "from", refused);
            } catch (DatesOutOfOrder refused) {
                PersonPages.reject(errors, "to", refused);
            }
        }
        return pages.formWithTownships(user, id, FORM, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/{assignment}/confirmation")
    @MayEditPeople
    ModelAndView confirm(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID id,
            @PathVariable UUID assignment,
            RedirectAttributes redirect) {
        assignments.confirm(user, id, assignment);
        return PersonPages.done(redirect, id, "posting.people.assignment.confirmed");
    }

    @PostMapping("/{assignment}/withdrawal")
    @MayEditPeople
    ModelAndView withdraw(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID id,
            @PathVariable UUID assignment,
            RedirectAttributes redirect) {
        assignments.withdraw(user, id, assignment);
        return PersonPages.done(redirect, id, "posting.people.proposal.withdrawn");
    }

    @GetMapping("/{assignment}/end")
    @MayEditPeople
    ModelAndView end(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID id,
            @PathVariable UUID assignment,
            @ModelAttribute("form") EndForm form) {
        return endPage(user, id, assignment, HttpStatus.OK);
    }

    @PostMapping("/{assignment}/end")
    @MayEditPeople
    ModelAndView enterEnd(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID id,
            @PathVariable UUID assignment,
            @Valid @ModelAttribute("form") EndForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                assignments.end(user, id, assignment, form.day());
                return PersonPages.done(redirect, id, "posting.people.end.entered");
            } catch (DayUnlikely | DatesOutOfOrder | AssignmentEnded | AssignmentNotConfirmed refused) {
                PersonPages.reject(errors, "endsOn", refused);
            }
        }
        return endPage(user, id, assignment, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView endPage(CurrentUser user, UUID id, UUID assignment, HttpStatus status) {
        return pages.end(user, id, person -> EndPage.ofAssignment(person, assignment), status);
    }
}
