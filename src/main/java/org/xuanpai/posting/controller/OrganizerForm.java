package org.xuanpai.posting.controller;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Another organizer is let into a round. */
class OrganizerForm {

    @NotNull(message = "{posting.form.account.missing}")
    private @Nullable UUID account;

    public @Nullable UUID getAccount() {
        return account;
    }

    public void setAccount(@Nullable UUID account) {
        this.account = account;
    }
}
