package org.xuanpai.posting.people.controller;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xuanpai.division.Divisions;
import org.xuanpai.platform.Flash;
import org.xuanpai.posting.people.service.PersonQueries;
import org.xuanpai.posting.people.service.PersonView;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Permission;
import org.xuanpai.shared.RuleViolation;

/** Puts the page of a person together, and the forms about one, with the townships to choose from. */
@Component
class PersonPages {

    private final PersonQueries people;
    private final Divisions divisions;
    private final Clock clock;

    PersonPages(PersonQueries people, Divisions divisions, Clock clock) {
        this.people = people;
        this.divisions = divisions;
        this.clock = clock;
    }

    PersonPage of(CurrentUser user, UUID person) {
        return new PersonPage(
                people.person(user, person), user.may(Permission.EDIT_PEOPLE), user.accountId(), LocalDate.now(clock));
    }

    /** A form about somebody, new or come back. */
    ModelAndView form(CurrentUser user, UUID person, String template, HttpStatus status) {
        return new ModelAndView("posting/people/" + template, status)
                .addObject("person", people.personToEdit(user, person));
    }

    /** As {@link #form}, for an office or assignment in a township. */
    ModelAndView formWithTownships(CurrentUser user, UUID person, String template, HttpStatus status) {
        return form(user, person, template, status)
                .addObject("townships", divisions.townships(user.scope(), LocalDate.now(clock)));
    }

    /** The form to end something of somebody. */
    ModelAndView end(CurrentUser user, UUID person, Function<PersonView, EndPage> of, HttpStatus status) {
        PersonView shown = people.personToEdit(user, person);
        return new ModelAndView("posting/people/end", status)
                .addObject("person", shown)
                .addObject("end", of.apply(shown));
    }

    /** Back to the person, with what was done. */
    static ModelAndView done(RedirectAttributes redirect, UUID person, String what) {
        redirect.addFlashAttribute("flash", Flash.of(what));
        return new ModelAndView("redirect:/postings/people/" + person);
    }

    /** Says at the field what a rule refused. */
    static void reject(BindingResult errors, String field, RuleViolation refused) {
        errors.rejectValue(field, refused.key(), refused.arguments().toArray(), null);
    }
}
