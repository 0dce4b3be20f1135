package org.xuanpai.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xuanpai.IntegrationTest;
import org.xuanpai.MutableClock;
import org.xuanpai.access.Writes.Line;
import org.xuanpai.fixture.Given;
import org.xuanpai.platform.database.Attempts;
import org.xuanpai.platform.database.Attempts.Outcome;
import org.xuanpai.platform.database.Database;

/**
 * Row-level security keeps who writes what, also where the program forgot to ask: every statement of {@link AllWrites} is tried by
 * everybody, as the application's role and past the services. Then each policy, and each of its conditions alone, is set to
 * {@code true}: something that was refused must get through, or nobody would notice that it is gone.
 */
@IntegrationTest
class PolicyWritesIT {

    private static final String HOW_TO_ADD = """

            %s

            Nothing that AllWrites tries is refused by these alone, so nobody would notice if they were gone.
            Add to AllWrites, for the table, a line that only this refuses:
              .inserted("column = value that it forbids", NONE)       the usual row with something else in it
              .inserted("", ORGANIZERS)                               the usual row, and everybody who may write it
              .changed("update the_table set column = value", NONE)   without where: the rows of others are tried as well
            A table that is not there yet begins with on("table", "column = value, ...") and the usual row.
            Where something else refuses it in any case, say what in AllWrites.WITHOUT_LINE, under the name printed above.
            """;

    @Autowired
    private Given given;

    @Autowired
    private Database database;

    @Autowired
    private MutableClock clock;

    private final List<Writes> all = AllWrites.list();
    private Written written;
    private Attempts attempts;

    @BeforeEach
    void rowsAreThere() {
        attempts = new Attempts(database, clock);
        written = new Written(given, database, attempts, all);
    }

    @AfterEach
    void nothingOfItStays() {
        attempts.close();
    }

    @Test
    void everybodyWritesWhatTheyMayAndNothingElse() {
        List<String> wrong = new ArrayList<>();
        for (Writes writes : all) {
            for (Line line : writes.lines) {
                for (Who who : Who.values()) {
                    Outcome outcome = attempt(line, who);
                    boolean right = line.isRefusedTo(who)
                            ? outcome.isRefused()
                            : line.by().contains(who) ? outcome.isDone() : !outcome.isRefused() && !outcome.isDone();
                    if (!right) {
                        wrong.add(who + ": " + line.sql() + "\n    " + outcome);
                    }
                }
            }
        }
        assertThat(wrong)
                .as("statements that come out otherwise than AllWrites says")
                .isEmpty();
    }

    @Test
    void everyPolicyAndEveryConditionOfItIsNoticedWhenItIsGone() {
        Set<String> unnoticed = new TreeSet<>();
        Set<String> noticed = new TreeSet<>();
        for (Policy policy : Policy.ofWrites(attempts)) {
            for (Policy.Without without : policy.without()) {
                (isNoticed(policy, without) ? noticed : unnoticed).add(without.name());
            }
        }
        Set<String> silent = new TreeSet<>(unnoticed);
        silent.removeAll(AllWrites.WITHOUT_LINE.keySet());
        assertThat(silent).as(HOW_TO_ADD.formatted(String.join("\n", silent))).isEmpty();
        Set<String> needless = new LinkedHashSet<>(AllWrites.WITHOUT_LINE.keySet());
        needless.removeAll(unnoticed);
        assertThat(needless)
                .as("reasons in AllWrites.WITHOUT_LINE for what is gone, or has a line now: take them out")
                .isEmpty();
        assertThat(noticed).hasSizeGreaterThan(100);
    }

    /** Whether some statement gets through without it that is refused with it. */
    private boolean isNoticed(Policy policy, Policy.Without without) {
        List<Line> lines = all.stream()
                .filter(writes -> writes.table.equals(policy.table()))
                .flatMap(writes -> writes.lines.stream())
                .filter(line -> policy.isFor(line.sql()))
                .toList();
        return attempts.changed(
                without.sql(),
                () -> EnumSet.allOf(Who.class).stream()
                        .anyMatch(who -> lines.stream()
                                .filter(line -> line.isRefusedTo(who))
                                .anyMatch(line -> !attempt(line, who).isRefused())));
    }

    private Outcome attempt(Line line, Who who) {
        return attempts.as(written.user(who), line.sql(), written.parameters(who));
    }
}
