package org.xuanpai.posting.people.controller;

import jakarta.validation.Valid;
import java.util.Objects;
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
import org.xuanpai.posting.people.MayEditPeople;
import org.xuanpai.posting.people.PortfolioEnded;
import org.xuanpai.posting.people.PortfolioThere;
import org.xuanpai.posting.people.service.PortfolioService;
import org.xuanpai.shared.CurrentUser;

/** What somebody is in charge of: entered by an organizer, and its end as well. */
@Controller
@RequestMapping("/postings/people/{id}/portfolios")
@Navigation(Section.PEOPLE)
class PortfolioController {

    private static final String FORM = "portfolio-form";

    private final PortfolioService portfolios;
    private final PersonPages pages;

    PortfolioController(PortfolioService portfolios, PersonPages pages) {
        this.portfolios = portfolios;
        this.pages = pages;
    }

    @GetMapping("/new")
    @MayEditPeople
    ModelAndView add(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID id,
            @ModelAttribute("form") PortfolioForm form) {
        return pages.form(user, id, FORM, HttpStatus.OK);
    }

    @PostMapping
    @MayEditPeople
    ModelAndView enter(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") PortfolioForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                portfolios.enter(user, id, form.getWork(), Objects.requireNonNull(form.getFrom()), form.getTo());
                return PersonPages.done(redirect, id, "posting.people.portfolio.entered");
            } catch (PortfolioThere refused) {
                PersonPages.reject(errors, "work", refused);
            } catch (DayUnlikely refused) {
                PersonPages.reject(errors, "from", refused);
            } catch (DatesOutOfOrder refused) {
                PersonPages.reject(errors, "to", refused);
            }
        }
        return pages.form(user, id, FORM, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/{portfolio}/end")
    @MayEditPeople
    ModelAndView end(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID id,
            @PathVariable UUID portfolio,
            @ModelAttribute("form") EndForm form) {
        return endPage(user, id, portfolio, HttpStatus.OK);
    }

    @PostMapping("/{portfolio}/end")
    @MayEditPeople
    ModelAndView enterEnd(
            @AuthenticationPrincipal CurrentUser user,
            @PathVariable UUID id,
            @PathVariable UUID portfolio,
            @Valid @ModelAttribute("form") EndForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                portfolios.end(user, id, portfolio, form.day());
                return PersonPages.done(redirect, id, "posting.people.end.entered");
            } catch (DayUnlikely | DatesOutOfOrder | PortfolioEnded refused) {
                PersonPages.reject(errors, "endsOn", refused);
            }
        }
        return endPage(user, id, portfolio, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView endPage(CurrentUser user, UUID id, UUID portfolio, HttpStatus status) {
        return pages.end(user, id, person -> EndPage.ofPortfolio(person, portfolio), status);
    }
}
