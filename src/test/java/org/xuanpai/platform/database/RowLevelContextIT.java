package org.xuanpai.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.IntegrationTest;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Role;
import org.xuanpai.shared.Scope;

@IntegrationTest
class RowLevelContextIT {

    private static final UUID OURS = UUID.randomUUID();
    private static final UUID THEIRS = UUID.randomUUID();

    @Autowired
    private Database database;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactionManager;

    @BeforeEach
    void twoTownshipsHaveARowEach() {
        JdbcTemplate owner = database.owner();
        owner.execute("drop table if exists row_level_sample");
        owner.execute("create table row_level_sample (county_id uuid, township_id uuid, note text)");
        owner.execute("call protect_by_scope('row_level_sample')");
        UUID county = UUID.randomUUID();
        owner.update("insert into row_level_sample values (?, ?, 'ours')", county, OURS);
        owner.update("insert into row_level_sample values (?, ?, 'theirs')", county, THEIRS);
    }

    @Test
    void aTransactionSaysForWhomItActs() {
        CurrentUser clerk = clerkOf(OURS);

        List<String> said = ScopeContext.call(clerk, () -> inTransaction(this::settings));

        assertThat(said).containsExactly("TOWNSHIP_CLERK", clerk.accountId().toString(), "{}", "{" + OURS + "}", "{}");
    }

    @Test
    void theContextIsGoneAfterTheTransaction() {
        ScopeContext.run(clerkOf(OURS), () -> inTransaction(this::settings));

        assertThat(settings()).containsOnly("");
        assertThat(inTransaction(this::settings)).containsOnly("");
    }

    @Test
    void aTownshipSeesItsOwnRowWithoutAnyConditionInTheQuery() {
        assertThat(ScopeContext.call(clerkOf(OURS), () -> inTransaction(this::notes)))
                .containsExactly("ours");
        assertThat(ScopeContext.call(clerkOf(THEIRS), () -> inTransaction(this::notes)))
                .containsExactly("theirs");
    }

    @Test
    void nobodySeesNothing() {
        assertThat(inTransaction(this::notes)).isEmpty();
        assertThat(ScopeContext.call(clerkOf(OURS), this::notes))
                .as("outside a transaction")
                .isEmpty();
        assertThat(database.application().queryForList("select note from row_level_sample", String.class))
                .as("the application's role without a context")
                .isEmpty();
    }

    @Test
    void anInnerTransactionOfItsOwnActsForTheInnerUser() {
        TransactionTemplate ownTransaction = new TransactionTemplate(transactionManager);
        ownTransaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);

        List<String> notes = ScopeContext.call(
                clerkOf(OURS),
                () -> inTransaction(() -> {
                    List<String> inner =
                            ScopeContext.call(clerkOf(THEIRS), () -> ownTransaction.execute(status -> this.notes()));
                    assertThat(inner).containsExactly("theirs");
                    return notes();
                }));

        assertThat(notes).containsExactly("ours");
    }

    private List<String> notes() {
        return jdbc.query("select note from row_level_sample", (row, number) -> row.getString("note"));
    }

    private List<String> settings() {
        return jdbc.query("""
                select coalesce(current_setting('app.' || name, true), '')
                  from unnest(array['role', 'account', 'counties', 'townships', 'villages'])
                       with ordinality as setting (name, position) order by position""", (row, number) -> row.getString(1));
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return new TransactionTemplate(transactionManager).execute(status -> work.get());
    }

    private static CurrentUser clerkOf(UUID township) {
        return new CurrentUser(
                UUID.randomUUID(),
                "clerk",
                "Clerk",
                UUID.randomUUID(),
                Role.TOWNSHIP_CLERK,
                Scope.township(township),
                "");
    }
}
