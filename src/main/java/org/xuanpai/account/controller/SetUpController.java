package org.xuanpai.account.controller;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.xuanpai.account.SetUpRefused;
import org.xuanpai.account.ThreePersonsNeeded;
import org.xuanpai.account.service.AccountService.Invitation;
import org.xuanpai.account.service.SetUpService;
import org.xuanpai.account.service.SetUpService.Administrator;
import org.xuanpai.platform.OutsideLinks;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Role;

/** The set-up page of the very first start; gone once used. */
@Controller
class SetUpController {

    private final SetUpService setUp;

    private final OutsideLinks links;

    SetUpController(SetUpService setUp, OutsideLinks links) {
        this.setUp = setUp;
        this.links = links;
    }

    @GetMapping("/set-up")
    String form(@ModelAttribute("form") SetUpForm form) {
        mustBeOpen();
        return "account/set-up";
    }

    @PostMapping("/set-up")
    ModelAndView complete(@Valid @ModelAttribute("form") SetUpForm form, BindingResult errors) {
        mustBeOpen();
        if (errors.hasErrors()) {
            return refused();
        }
        try {
            Map<Role, Invitation> invitations = setUp.complete(form.getCode(), form.administrators());
            return new ModelAndView("account/invitations", Map.of("invitations", links(invitations)));
        } catch (SetUpRefused wrong) {
            errors.rejectValue("code", wrong.key());
        } catch (ThreePersonsNeeded two) {
            errors.reject(two.key());
        }
        return refused();
    }

    private void mustBeOpen() {
        if (!setUp.isOpen()) {
            throw new NotFound();
        }
    }

    private static ModelAndView refused() {
        return new ModelAndView("account/set-up", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private List<InvitationLink> links(Map<Role, Invitation> invitations) {
        return invitations.entrySet().stream()
                .map(entry -> InvitationLink.of(entry.getValue(), entry.getKey(), links))
                .toList();
    }

    /** The code and three persons. */
    static class SetUpForm {

        @NotBlank(message = "{account.setUp.codeMissing}")
        @Size(max = 100, message = "{account.setUp.codeMissing}")
        private String code = "";

        private final Map<Role, PersonForm> persons = new EnumMap<>(Role.class);

        SetUpForm() {
            Role.ADMINISTRATORS.forEach(role -> persons.put(role, new PersonForm()));
        }

        public String getCode() {
            return code;
        }

        public void setCode(String code) {
            this.code = code;
        }

        @Valid
        public PersonForm getSystem() {
            return person(Role.SYSTEM_ADMIN);
        }

        @Valid
        public PersonForm getSecurity() {
            return person(Role.SECURITY_ADMIN);
        }

        @Valid
        public PersonForm getAuditor() {
            return person(Role.AUDITOR);
        }

        Map<Role, Administrator> administrators() {
            Map<Role, Administrator> administrators = new EnumMap<>(Role.class);
            persons.forEach((role, person) ->
                    administrators.put(role, new Administrator(person.getUsername(), person.getDisplayName())));
            return administrators;
        }

        private PersonForm person(Role role) {
            return Objects.requireNonNull(persons.get(role));
        }
    }
}
