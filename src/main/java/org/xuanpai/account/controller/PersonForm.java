package org.xuanpai.account.controller;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.xuanpai.shared.PlainText;

/** A person who gets an account: the user name to log in with, and the name as others read it. */
class PersonForm {

    private static final String USERNAME = "[a-z][a-z0-9._-]{1,31}";

    @Pattern(regexp = USERNAME, message = "{account.username.invalid}")
    private String username = "";

    @NotBlank(message = "{account.displayName.missing}")
    @PlainText(max = 40, singleLine = true)
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
