package org.xuanpai.account.controller;

import jakarta.validation.constraints.NotBlank;
import org.xuanpai.shared.PlainText;

/** Whose password is to be replaced. */
class ResetForm {

    @NotBlank(message = "{account.duty.username.missing}")
    @PlainText(max = 32, singleLine = true)
    private String username = "";

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username.strip();
    }
}
