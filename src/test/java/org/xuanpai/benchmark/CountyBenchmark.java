package org.xuanpai.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.QueryCount;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.fixture.WebUser;
import org.xuanpai.platform.database.Database;
import org.xuanpai.shared.Period;

/**
 * The county's pages with as much as a county can hold, beside the bare SQL that they send (goal: within 3 times at p95).
 *
 * <p>Each page is asked for 200 times to warm up and then 200 times by the clock, through every filter and with the session
 * read and written; after each time its SQL runs once more, so that both see the same machine. See {@code docs/performance.md}.
 */
@IntegrationTest
class CountyBenchmark {

    private static final int WARM_UP = 200;
    private static final int ROUNDS = 200;
    private static final double GOAL = 3;
    private static final double PERCENTILE = 0.95;

    @Autowired
    private Given given;

    @Autowired
    private Database database;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private QueryCount queries;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MutableClock clock;

    @Test
    void theCountysPagesTakeNoMoreThanThreeTimesTheirSql() {
        clock.set("2026-11-06T09:00");
        TestCounty county = LargeCounty.make(given, database, Period.of(2026, 10));
        WebUser organizer = WebUser.signedIn(mvc, county.first());

        List<Double> ratios = Stream.of("/cockpit?month=2026-10", "/progress/reviews", "/progress?month=2026-10")
                .map(page -> ratio(page, county, organizer))
                .toList();

        assertThat(ratios).allSatisfy(ratio -> assertThat(ratio).isLessThanOrEqualTo(GOAL));
    }

    private double ratio(String page, TestCounty county, WebUser organizer) {
        Replay replay = new Replay(
                dataSource,
                county.first().user(),
                queries.infoOf(() -> assertThat(organizer.get(page)).hasStatusOk()));
        for (int round = 0; round < WARM_UP; round++) {
            organizer.get(page);
            replay.run();
        }
        List<Long> ofPage = new ArrayList<>();
        List<Long> ofSql = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ofPage.add(nanos(() -> organizer.get(page)));
            ofSql.add(nanos(replay::run));
        }
        double ratio = percentile(ofPage) / percentile(ofSql);
        System.out.printf(
                "%s: page p95 %.1f ms, its %d queries p95 %.1f ms, ratio %.2f%n",
                page, percentile(ofPage) / 1e6, replay.size(), percentile(ofSql) / 1e6, ratio);
        return ratio;
    }

    private static long nanos(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return System.nanoTime() - begin;
    }

    private static double percentile(List<Long> times) {
        return times.stream().sorted().toList().get((int) (times.size() * PERCENTILE) - 1);
    }
}
