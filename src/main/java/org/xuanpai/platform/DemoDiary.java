package org.xuanpai.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;

/** What happened in the demo county, and when: features write it, then every act is done once, in the order of time. */
public final class DemoDiary {

    /** A month that is reported takes part; whole years, so that the first year has cumulative values too. */
    private static final int PERIODS = 30;

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final DemoClock clock;
    private final DemoCast cast;
    private final List<Act> acts = new ArrayList<>();

    DemoDiary(DemoClock clock, DemoCast cast) {
        this.clock = clock;
        this.cast = cast;
    }

    /** The months that are over and have a report, oldest first: at least thirty, beginning with a year. */
    public List<Period> periods() {
        Period latest = Period.latestOver(LocalDate.now(clock));
        Period oldest = Stream.iterate(latest, Period::previous).limit(PERIODS).reduce(latest, (newer, older) -> older);
        return Stream.iterate(
                        Period.of(oldest.year(), 2), period -> !latest.month().isBefore(period.month()), Period::next)
                .toList();
    }

    /** When the county begins to work with the program: two months before its first report covers anything. */
    public LocalDateTime beginning() {
        return periods().get(0).firstDay().minusMonths(2).atTime(MORNING);
    }

    /** The moment the county is looked at. */
    public LocalDateTime present() {
        return LocalDateTime.now(clock);
    }

    /** The moment itself, or the present where that is earlier: what is done in the first days of a month may still be to come. */
    public LocalDateTime notAfterPresent(LocalDateTime when) {
        LocalDateTime present = present();
        return when.isBefore(present) ? when : present;
    }

    /** A local time of the county as an instant. */
    public Instant instant(LocalDateTime when) {
        return when.atZone(clock.getZone()).toInstant();
    }

    /** One of the people does something, under the first duty. */
    public void write(LocalDateTime when, String username, Consumer<CurrentUser> act) {
        add(when, () -> cast.of(username), act);
    }

    /** The program itself does something. */
    public void write(LocalDateTime when, CurrentUser actor, Consumer<CurrentUser> act) {
        add(when, () -> actor, act);
    }

    private void add(LocalDateTime when, Supplier<CurrentUser> who, Consumer<CurrentUser> act) {
        acts.add(new Act(instant(when), () -> {
            CurrentUser user = who.get();
            ScopeContext.run(user, () -> act.accept(user));
        }));
    }

    /** Does everything. */
    void happen() {
        acts.sort(Comparator.comparing(Act::at));
        acts.forEach(act -> clock.at(act.at(), act.work()));
    }

    private record Act(Instant at, Runnable work) {}
}
