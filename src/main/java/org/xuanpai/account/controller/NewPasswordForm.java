package org.xuanpai.account.controller;

import org.springframework.validation.Errors;

/** A new password, typed twice; the old one too where the owner is signed in. */
class NewPasswordForm {

    private String oldPassword = "";
    private String password = "";
    private String repeated = "";

    void checkRepeated(Errors errors) {
        if (!password.equals(repeated)) {
            errors.rejectValue("repeated", "account.password.differs");
        }
    }

    public String getOldPassword() {
        return oldPassword;
    }

    public void setOldPassword(String oldPassword) {
        this.oldPassword = oldPassword;
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
