package org.xuanpai.account.controller;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.xuanpai.account.service.AccountService.Invitation;
import org.xuanpai.shared.Role;

/**
 * A one-time link as the administrator hands it over.
 *
 * @param url the whole address, as the administrator's own browser reached the application
 * @param role what the person is to be, where the account was made for it
 */
record InvitationLink(
        String username,
        String displayName,
        String url,
        @Nullable Role role) {

    static InvitationLink of(Invitation invitation, @Nullable Role role) {
        String url = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/account/activation/{token}")
                .buildAndExpand(invitation.token())
                .toUriString();
        return new InvitationLink(invitation.username(), invitation.displayName(), url, role);
    }
}
