package org.xuanpai.account.controller;

import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.xuanpai.account.service.AccountService.Invitation;

/**
 * A one-time link as the administrator hands it over.
 *
 * @param url the whole address, as the administrator's own browser reached the application
 */
record InvitationLink(String username, String displayName, String url) {

    static InvitationLink of(Invitation invitation) {
        String url = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/account/activation/{token}")
                .buildAndExpand(invitation.token())
                .toUriString();
        return new InvitationLink(invitation.username(), invitation.displayName(), url);
    }
}
