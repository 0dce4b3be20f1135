package org.xuanpai.account.service;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What administrators must know of an account before they touch its password, without a look at any secret. */
@Component
class CredentialFacts {

    private final JdbcClient jdbc;

    CredentialFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the owner has chosen a password yet. */
    boolean hasPassword(UUID account) {
        return jdbc.sql("select has_password(:account)")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** Whether the owner holds the duty of an administrator at an instant. */
    boolean isAdministrator(UUID account, Instant at) {
        return jdbc.sql("""
                        select exists (
                            select 1 from duty
                            where account_id = :account and role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR')
                              and valid_from <= :at and (valid_to is null or valid_to > :at))
                        """)
                .param("account", account)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }
}
