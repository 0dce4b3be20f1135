package org.xuanpai.account.service;

import java.util.Optional;
import java.util.UUID;
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

    private static final String INSIDE = "called inside other features' permitted use cases; rows by scope";

    private static final String ACCOUNT = """
            select a.id, a.username, a.display_name from account a
            where exists (select from duty d where d.account_id = a.id and d.county_id = any (cast(:counties as uuid[]))) and """ + " ";

    private final JdbcClient jdbc;

    AccountFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @OpenToAll(INSIDE)
    public Optional<AccountView> byUsername(Scope scope, String username) {
        return one(scope, "a.username = :sought", username);
    }

    @Override
    @OpenToAll(INSIDE)
    public Optional<AccountView> byId(Scope scope, UUID id) {
        return one(scope, "a.id = :sought", id);
    }

    private Optional<AccountView> one(Scope scope, String which, Object sought) {
        return jdbc.sql(ACCOUNT + which)
                .param("sought", sought)
                .param("counties", scope.countyArray())
                .query(AccountView.class)
                .optional();
    }
}
