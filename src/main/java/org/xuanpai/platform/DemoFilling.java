package org.xuanpai.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.StopWatch;

/**
 * Makes the demo county at the first start, before the web server answers. A filling that was cut short is not gone on with:
 * half a county would obey the rules, but nobody could tell what it lacks.
 */
@Component
@ConditionalOnBooleanProperty("xuanpai.demo")
@ConditionalOnWebApplication
class DemoFilling implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(DemoFilling.class);

    private final JdbcClient jdbc;
    private final HikariDataSource pool;
    private final DemoClock clock;
    private final DemoCast cast;
    private final List<DemoPart> parts;
    private final String folder;

    DemoFilling(
            JdbcClient jdbc,
            DataSource dataSource,
            DemoClock clock,
            DemoCast cast,
            List<DemoPart> parts,
            @Value("${xuanpai.data-dir}") String folder)
            throws SQLException {
        this.jdbc = jdbc;
        this.pool = dataSource.unwrap(HikariDataSource.class);
        this.clock = clock;
        this.cast = cast;
        this.parts = parts;
        this.folder = folder;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Optional<Boolean> completed = jdbc.sql("select completed_at is not null from demo_filling")
                .query(Boolean.class)
                .optional();
        if (completed.isEmpty()) {
            fill();
        } else if (!completed.get()) {
            throw new StartRefused("the demo county was cut short while it was made: delete the folder " + folder
                    + " and start again");
        }
    }

    private void fill() {
        log.info("Making the demo county");
        StopWatch watch = new StopWatch();
        watch.start();
        jdbc.sql("insert into demo_filling default values").update();
        DemoDiary diary = new DemoDiary(clock, cast);
        parts.forEach(part -> part.plan(diary));
        withoutWaitingForTheDisk(diary::happen);
        jdbc.sql("update demo_filling set completed_at = now()").update();
        watch.stop();
        log.info("Made the demo county in {} ms", watch.getTotalTimeMillis());
    }

    /**
     * A thousand commits that each wait for the disk take half as long again. Nothing is acknowledged to anybody before
     * "completed", which is written afterwards over another connection, waits, and takes all of them to the disk.
     */
    private void withoutWaitingForTheDisk(Runnable work) {
        // one thread gets the same connection again and again; another one would only be slower
        jdbc.sql("set synchronous_commit = off").update();
        // the same few statements a thousand times: planning them anew each time took a fifth of the filling
        jdbc.sql("set plan_cache_mode = force_generic_plan").update();
        try {
            work.run();
        } finally {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }
}
