package org.xuanpai.account.controller;

import org.jspecify.annotations.Nullable;
import org.xuanpai.account.service.AccountService.Invitation;
import org.xuanpai.platform.OutsideLinks;
import org.xuanpai.shared.Role;

/**
 * A one-time link as the administrator hands it over.
 *
 * @param url the whole address, with the name users type
 * @param role what the person is to be, where the account was made for it
 */
record InvitationLink(
        String username,
        String displayName,
        String url,
        @Nullable Role role) {

    static InvitationLink of(Invitation invitation, @Nullable Role role, OutsideLinks links) {
        String url = links.to("/account/activation/{token}", invitation.token());
        return new InvitationLink(invitation.username(), invitation.displayName(), url, role);
    }
}
