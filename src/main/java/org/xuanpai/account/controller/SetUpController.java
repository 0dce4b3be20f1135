package org.xuanpai.account.controller;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.xuanpai.account.service.AccountService.Invitation;
import org.xuanpai.account.service.SetUpService;
import org.xuanpai.account.service.SetUpService.Administrator;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Role;
import org.xuanpai.shared.RuleViolation;

/** The set-up page of the very first start; gone once used. */
@Controller
class SetUpController {

    private final SetUpService setUp;

    SetUpController(SetUpService setUp) {
        this.setUp = setUp;
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
        } catch (RuleViolation violation) {
            errors.reject(violation.key(), violation.arguments().toArray(), violation.key());
            return refused();
        }
    }

    private void mustBeOpen() {
        if (!setUp.isOpen()) {
            throw new NotFound();
        }
    }

    private static ModelAndView refused() {
        return new ModelAndView("account/set-up", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static List<InvitationLink> links(Map<Role, Invitation> invitations) {
        return invitations.values().stream().map(InvitationLink::of).toList();
    }

    /** The code and three persons. */
    static class SetUpForm {

        static final String USERNAME = "[a-z][a-z0-9._-]{1,31}";

        @NotBlank(message = "{account.setUp.codeMissing}")
        @Size(max = 100, message = "{account.setUp.codeMissing}")
        private String code = "";

        private final Map<Role, Person> persons = new EnumMap<>(Role.class);

        SetUpForm() {
            Role.ADMINISTRATORS.forEach(role -> persons.put(role, new Person()));
        }

        public String getCode() {
            return code;
        }

        public void setCode(String code) {
            this.code = code;
        }

        @Valid
        public Person getSystem() {
            return person(Role.SYSTEM_ADMIN);
        }

        @Valid
        public Person getSecurity() {
            return person(Role.SECURITY_ADMIN);
        }

        @Valid
        public Person getAuditor() {
            return person(Role.AUDITOR);
        }

        Map<Role, Administrator> administrators() {
            Map<Role, Administrator> administrators = new EnumMap<>(Role.class);
            persons.forEach((role, person) ->
                    administrators.put(role, new Administrator(person.getUsername(), person.getDisplayName())));
            return administrators;
        }

        private Person person(Role role) {
            return java.util.Objects.requireNonNull(persons.get(role));
        }
    }

    /** One of the three. */
    static class Person {

        @Pattern(regexp = SetUpForm.USERNAME, message = "{account.username.invalid}")
        private String username = "";

        @NotBlank(message = "{account.displayName.missing}")
        @Pattern(regexp = "[^\\p{Cntrl}]*", message = "{account.displayName.missing}")
        @Size(max = 40, message = "{account.displayName.missing}")
        private String displayName = "";

        public String getUsername() {
            return username;
        }

        public void setUsername(String username) {
            this.username = username.strip();
        }

        public String getDisplayName() {
            return displayName;
        }

        public void setDisplayName(String displayName) {
            this.displayName = displayName.strip();
        }
    }
}
