package org.xuanpai.account.controller;

import org.springframework.validation.Errors;
import org.xuanpai.shared.RuleViolation;
import org.xuanpai.shared.Verbatim;

/** A new password, typed twice; with the old one where the owner is signed in, with a code where it is a reset. */
class NewPasswordForm {

    @Verbatim
    private String oldPassword = "";

    private String code = "";

    @Verbatim
    private String password = "";

    @Verbatim
    private String repeated = "";

    void checkRepeated(Errors errors) {
        if (!password.equals(repeated)) {
            errors.rejectValue("repeated", "account.password.differs");
        }
    }

    static void reject(Errors errors, String field, RuleViolation violation) {
        errors.rejectValue(field, violation.key(), violation.arguments().toArray(), violation.key());
    }

    public String getOldPassword() {
        return oldPassword;
    }

    public void setOldPassword(String oldPassword) {
        this.oldPassword = oldPassword;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getRepeated() {
        return repeated;
    }

    public void setRepeated(String repeated) {
        this.repeated = repeated;
    }
}
