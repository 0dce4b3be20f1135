package org.xuanpai.account.service;

import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** Ends sessions: after a new password and when an account is disabled (controls B4). Absent on the command line. */
@Component
class AccountSessions {

    private final ObjectProvider<FindByIndexNameSessionRepository<?>> repository;

    AccountSessions(ObjectProvider<FindByIndexNameSessionRepository<?>> repository) {
        this.repository = repository;
    }

    void endAll(UUID account) {
        repository.ifAvailable(sessions ->
                sessions.findByPrincipalName(account.toString()).keySet().forEach(sessions::deleteById));
    }
}
