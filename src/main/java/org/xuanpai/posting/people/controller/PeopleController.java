package org.xuanpai.posting.people.controller;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xuanpai.exchange.ExportFormat;
import org.xuanpai.exchange.Exports;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.posting.people.AccountLinkedAlready;
import org.xuanpai.posting.people.AccountStays;
import org.xuanpai.posting.people.AccountUnknown;
import org.xuanpai.posting.people.BirthMonthUnlikely;
import org.xuanpai.posting.people.MayEditPeople;
import org.xuanpai.posting.people.PinyinUnknown;
import org.xuanpai.posting.people.PinyinUnreadable;
import org.xuanpai.posting.people.Sex;
import org.xuanpai.posting.people.service.PeopleExports;
import org.xuanpai.posting.people.service.PeopleKind;
import org.xuanpai.posting.people.service.PeopleQueries;
import org.xuanpai.posting.people.service.PersonQueries;
import org.xuanpai.posting.people.service.PersonService;
import org.xuanpai.posting.people.service.PersonView;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.StaleVersion;

/** The list of people, one of them, and the form to enter or correct one. */
@Controller
@RequestMapping("/postings/people")
@Navigation(Section.PEOPLE)
class PeopleController {

    private static final String FORM = "person-form";

    private final PeopleQueries people;
    private final PersonQueries persons;
    private final PersonService service;
    private final PersonPages pages;
    private final PeopleExports files;
    private final Exports exports;

    PeopleController(
            PeopleQueries people,
            PersonQueries persons,
            PersonService service,
            PersonPages pages,
            PeopleExports files,
            Exports exports) {
        this.people = people;
        this.persons = persons;
        this.service = service;
        this.pages = pages;
        this.files = files;
        this.exports = exports;
    }

    @ModelAttribute("sexes")
    Sex[] sexes() {
        return Sex.values();
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal CurrentUser user,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable String page,
            Model model) {
        model.addAttribute("list", people.list(user, text, PeopleKind.of(kind), page));
        model.addAttribute("text", text);
        model.addAttribute("kind", PeopleKind.of(kind).orElse(null));
        model.addAttribute("kinds", PeopleKind.values());
        return "posting/people/list";
    }

    @GetMapping("/export")
    void export(
            @AuthenticationPrincipal CurrentUser user,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam ExportFormat format,
            HttpServletResponse response) {
        exports.send(format, response, target -> files.exportPeople(user, text, PeopleKind.of(kind), target));
    }

    @GetMapping("/{id}")
    String show(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.of(user, id));
        return "posting/people/show";
    }

    @GetMapping("/new")
    @MayEditPeople
    ModelAndView add(@ModelAttribute("form") PersonDetailsForm form) {
        return new ModelAndView("posting/people/" + FORM);
    }

    @PostMapping
    @MayEditPeople
    ModelAndView enter(
            @AuthenticationPrincipal CurrentUser user,
            @Valid @ModelAttribute("form") PersonDetailsForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                return PersonPages.done(redirect, service.enter(user, form.toInput()), "posting.people.entered");
            } catch (PinyinUnknown | PinyinUnreadable refused) {
                PersonPages.reject(errors, "pinyin", refused);
            } catch (BirthMonthUnlikely refused) {
                PersonPages.reject(errors, "birthMonth", refused);
            } catch (AccountUnknown | AccountLinkedAlready | AccountStays refused) {
                PersonPages.reject(errors, "username", refused);
            }
        }
        return new ModelAndView("posting/people/" + FORM, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/{id}/edit")
    @MayEditPeople
    ModelAndView edit(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
        PersonView person = persons.personToEdit(user, id);
        return new ModelAndView("posting/people/" + FORM)
                .addObject("person", person)
                .addObject("form", PersonDetailsForm.of(person));
    }

    @PostMapping("/{id}/edit")
    @MayEditPeople
    ModelAndView correct(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") PersonDetailsForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                service.correct(user, id, form.getVersion(), form.toInput());
                return PersonPages.done(redirect, id, "posting.people.corrected");
            } catch (PinyinUnknown | PinyinUnreadable refused) {
                PersonPages.reject(errors, "pinyin", refused);
            } catch (BirthMonthUnlikely refused) {
                PersonPages.reject(errors, "birthMonth", refused);
            } catch (AccountUnknown | AccountLinkedAlready | AccountStays refused) {
                PersonPages.reject(errors, "username", refused);
            } catch (StaleVersion refused) {
                errors.reject(refused.key(), refused.arguments().toArray(), null);
            }
        }
        return pages.form(user, id, FORM, HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
