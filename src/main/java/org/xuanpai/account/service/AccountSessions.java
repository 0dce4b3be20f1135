package org.xuanpai.account.service;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.platform.LogIns;

/**
 * Ends sessions: after a new password and when an account is disabled (controls B4). They end in the transaction that changes the
 * account, so that they end if and only if it does; Spring Session itself would delete them in another one.
 */
@Component
class AccountSessions implements LogIns {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    AccountSessions(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** To be called after the account has changed: a log-in that was quicker has its session by then. */
    void endAll(UUID account) {
        jdbc.sql("delete from spring_session where principal_name = :account")
                .param("account", account.toString())
                .update();
    }

    @Override
    public boolean whilePasswordStands(Authentication proved, Runnable work) {
        return proved.getDetails() instanceof PasswordTries.Stored stored
                && Boolean.TRUE.equals(transactions.execute(status -> {
                    boolean stands = jdbc.sql("select password_stands(:account, :hash)")
                            .param("account", stored.accountId())
                            .param("hash", stored.hash())
                            .query(Boolean.class)
                            .single();
                    if (stands) {
                        work.run();
                    }
                    return stands;
                }));
    }
}
