package org.xuanpai.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Lets the thousand commits of the demo county's past not wait for the disk, which is nearly half of the time they take.
 * Nothing is acknowledged to anybody before the last one, "completed", which is made in the present and waits for all.
 */
@Component
@ConditionalOnBooleanProperty("xuanpai.demo")
class DemoHaste implements TransactionManagerCustomizer<JpaTransactionManager>, TransactionExecutionListener {

    private final DemoClock clock;
    private final JdbcTemplate jdbc;

    DemoHaste(DemoClock clock, JdbcTemplate jdbc) {
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Override
    public void customize(JpaTransactionManager transactions) {
        transactions.addListener(this);
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable beginFailure) {
        if (beginFailure == null && clock.isMoved()) {
            jdbc.execute("set local synchronous_commit = off");
        }
    }
}
