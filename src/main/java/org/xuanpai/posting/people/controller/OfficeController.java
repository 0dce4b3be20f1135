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
import org.xuanpai.posting.people.DatesOutOfOrder;
import org.xuanpai.posting.people.DayUnlikely;
import org.xuanpai.posting.people.EndProposedAlready;
import org.xuanpai.posting.people.MayEditPeople;
import org.xuanpai.posting.people.OfficeEnded;
import org.xuanpai.posting.people.OfficeKind;
import org.xuanpai.posting.people.OfficeNotConfirmed;
import org.xuanpai.posting.people.OfficeProposedAlready;
import org.xuanpai.posting.people.TownshipMissing;
import org.xuanpai.posting.people.TownshipUnknown;
import org.xuanpai.posting.people.service.OfficeService;
import org.xuanpai.shared.CurrentUser;

/** Offices of somebody: proposed by one organizer, confirmed by a second, and their ends as well. */
@Controller
@RequestMapping("/postings/people/{id}/offices")
@Navigation(Section.PEOPLE)
class OfficeController {

    private static final String FORM = "office-form";

    private final OfficeService offices;
    private final PersonPages pages;

    OfficeController(OfficeService offices, PersonPages pages) {
        this.offices = offices;
        this.pages = pages;
    }

    @ModelAttribute("kinds")
    OfficeKind[] kinds() {
        return OfficeKind.values();
    }

    @GetMapping("/new")
    @MayEditPeople
    ModelAndView add(
            @AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, @ModelAttribute("form") OfficeForm form) {
        return pages.formWithTownships(user, id, FORM, HttpStatus.OK);
    }

    @PostMapping
    @MayEditPeople
    ModelAndView propose(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") OfficeForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                offices.propose(user, id, form.toCommand());
                return PersonPages.done(redirect, id, "posting.people.office.proposed");
            } catch (TownshipMissing | TownshipUnknown refused) {
                PersonPages.reject(errors, "township", refused);
            } catch (OfficeProposedAlready refused) {
                PersonPages.reject(errors, "kind", refused);
            } catch (DayUnlikely refused) {
                PersonPages.reject(errors, "from", refused);
            } catch (DatesOutOfOrder refused) {
                PersonPages.reject(errors, "to", refused);
            }
        }
        return pages.formWithTownships(user, id, FORM, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/{office}/confirmation")
    @MayEditPeople
    ModelAndView confirm(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID id,
            @PathVariable UUID office,
            RedirectAttributes redirect) {
        offices.confirm(user, id, office);
        return PersonPages.done(redirect, id, "posting.people.office.confirmed");
    }

    @PostMapping("/{office}/withdrawal")
    @MayEditPeople
    ModelAndView withdraw(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID id,
            @PathVariable UUID office,
            RedirectAttributes redirect) {
        offices.withdraw(user, id, office);
        return PersonPages.done(redirect, id, "posting.people.proposal.withdrawn");
    }

    @GetMapping("/{office}/end")
    @MayEditPeople
    ModelAndView end(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID id,
            @PathVariable UUID office,
            @ModelAttribute("form") EndForm form) {
        return endPage(user, id, office, HttpStatus.OK);
    }

    @PostMapping("/{office}/end")
    @MayEditPeople
    ModelAndView proposeEnd(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID id,
            @PathVariable UUID office,
            @Valid @ModelAttribute("form") EndForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        form.checkReason(errors);
        if (!errors.hasErrors()) {
            try {
                offices.proposeEnd(user, id, office, form.day(), form.getReason());
                return PersonPages.done(redirect, id, "posting.people.end.proposed");
            } catch (DayUnlikely | DatesOutOfOrder | OfficeEnded | OfficeNotConfirmed | EndProposedAlready refused) {
                PersonPages.reject(errors, "endsOn", refused);
            }
        }
        return endPage(user, id, office, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/{office}/end/{end}/confirmation")
    @MayEditPeople
    ModelAndView confirmEnd(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID id,
            @PathVariable UUID office,
            @PathVariable UUID end,
            RedirectAttributes redirect) {
        offices.confirmEnd(user, id, office, end);
        return PersonPages.done(redirect, id, "posting.people.end.confirmed");
    }

    @PostMapping("/{office}/end/{end}/withdrawal")
    @MayEditPeople
    ModelAndView withdrawEnd(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID id,
            @PathVariable UUID office,
            @PathVariable UUID end,
            RedirectAttributes redirect) {
        offices.withdrawEnd(user, id, office, end);
        return PersonPages.done(redirect, id, "posting.people.proposal.withdrawn");
    }

    private ModelAndView endPage(CurrentUser user, UUID id, UUID office, HttpStatus status) {
        return pages.end(user, id, person -> EndPage.ofOffice(person, office), status);
    }
}
