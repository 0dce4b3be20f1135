package org.xuanpai.account.service;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.account.Accounts;
import org.xuanpai.shared.OpenToAll;
import org.xuanpai.shared.Scope;

/** Accounts for other features. */
@Service
@Transactional(readOnly = true)
public class AccountFacts implements Accounts {

    private final JdbcClient jdbc;

    AccountFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @OpenToAll("called inside other features' permitted use cases; rows by scope")
    public Optional<AccountView> byUsername(Scope scope, String username) {
        return jdbc.sql("""
                        select a.id, a.username, a.display_name from account a
                        where a.username = :username
                          and exists (select from duty d
                                      where d.account_id = a.id and d.county_id = any (cast(:counties as uuid[])))
                        """)
                .param("username", username)
                .param("counties", scope.countyArray())
                .query(AccountView.class)
                .optional();
    }
}
