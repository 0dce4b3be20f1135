package org.xuanpai.posting.controller;

import jakarta.validation.constraints.NotBlank;
import org.xuanpai.shared.PlainText;

/** A round is opened. */
class RoundForm {

    @NotBlank(message = "{posting.form.title.missing}")
    @PlainText(max = 60, singleLine = true)
    private String title = "";

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }
}
