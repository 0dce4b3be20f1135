package org.xuanpai.account.service;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.account.DutyUnit;
import org.xuanpai.account.SetUpRefused;
import org.xuanpai.account.ThreePersonsNeeded;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.OpenToAll;
import org.xuanpai.shared.Role;

/** The very first start: one code, one page, three administrators, three persons (controls A1). */
@Service
public class SetUpService {

    private final JdbcClient jdbc;
    private final AccountService accounts;
    private final DutyService duties;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SetUpService(
            JdbcClient jdbc,
            AccountService accounts,
            DutyService duties,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.duties = duties;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Whether there is no account yet. */
    @OpenToAll("tells only whether the set-up is done")
    public boolean isOpen() {
        return jdbc.sql("select set_up_is_open()").query(Boolean.class).single();
    }

    /** A fresh code for this start; codes of earlier starts are void. */
    String newCode() {
        String code = Secrets.token();
        jdbc.sql("select renew_set_up_code(:hash, :now)")
                .param("hash", Secrets.digest(code))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> 1)
                .list();
        return code;
    }

    /**
     * Creates the three administrators and gives back a one-time link for each. It acts as the system's set-up actor, so the
     * transaction begins inside.
     *
     * @throws SetUpRefused when the code does not fit or the set-up is done; of two at once one wins
     * @throws ThreePersonsNeeded when two of them share a user name
     */
    @OpenToAll("the one-time code is the proof; there is no account yet")
    public Map<Role, AccountService.Invitation> complete(String code, Map<Role, Administrator> administrators) {
        if (administrators.values().stream()
                        .map(Administrator::username)
                        .distinct()
                        .count()
                != 3) {
            throw new ThreePersonsNeeded();
        }
        CurrentUser actor = CurrentUser.system(Role.SYSTEM_SETUP);
        return ScopeContext.call(
                actor,
                () -> transactions.execute(status -> {
                    use(code);
                    Map<Role, AccountService.Invitation> invitations = new EnumMap<>(Role.class);
                    Role.ADMINISTRATORS.forEach(role -> invitations.put(role, create(actor, role, administrators)));
                    return invitations;
                }));
    }

    private void use(String code) {
        boolean fits = jdbc.sql("select use_set_up_code(:hash, :now)")
                .param("hash", Secrets.digest(code.strip()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
        if (!fits) {
            throw new SetUpRefused();
        }
    }

    private AccountService.Invitation create(CurrentUser actor, Role role, Map<Role, Administrator> administrators) {
        Administrator administrator = Objects.requireNonNull(administrators.get(role));
        AccountService.Invitation invitation =
                accounts.create(actor, administrator.username(), administrator.displayName());
        duties.grant(actor, invitation.accountId(), role, DutyUnit.installation(), clock.instant());
        return invitation;
    }

    /** One of the three. */
    public record Administrator(String username, String displayName) {}
}
