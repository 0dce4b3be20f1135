package org.xuanpai.cockpit.service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xuanpai.cockpit.service.CockpitReads.Officer;
import org.xuanpai.cockpit.service.CockpitReads.Report;
import org.xuanpai.division.TownshipView;
import org.xuanpai.progress.ReportDeadlines;
import org.xuanpai.progress.ReportStanding;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Role;
import org.xuanpai.shared.Scope;

/** Where due reports stand, who has them and until when; periods that are over. */
@Component
class ReportStates {

    private final ReportDeadlines deadlines;
    private final CockpitReads reads;
    private final Clock clock;

    ReportStates(ReportDeadlines deadlines, CockpitReads reads, Clock clock) {
        this.deadlines = deadlines;
        this.reads = reads;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Instant now() {
        return clock.instant();
    }

    /** The latest period that is over. */
    Period latest() {
        return Period.latestOver(today());
    }

    /** A full year of periods up to this one, from old to new. */
    static List<Period> yearUpTo(Period last) {
        return Stream.iterate(last, Period::previous)
                .limit(Period.PER_YEAR)
                .sorted()
                .toList();
    }

    /** Who holds the offices on the last day of the period and now. */
    Officers officers(Scope scope, Period period) {
        ZonedDateTime endOfMonth =
                period.lastDay().plusDays(1).atStartOfDay(clock.getZone()).minusSeconds(1);
        return new Officers(reads.officers(scope, endOfMonth, ZonedDateTime.now(clock)));
    }

    ReportStanding of(TownshipView township, Period period, @Nullable Report report, Officers officers) {
        return deadlines
                .standing(township, period, report == null ? null : report.stored())
                .heldBy(holder(township.id(), report, officers));
    }

    /**
     * Who in the township has it, by what it waits for: a clerk while figures are to be typed or changed, the First Secretary while
     * the own part is open, otherwise the Party secretary, who hands it in and answers for it, also where the other is vacant.
     */
    private static String holder(UUID township, @Nullable Report report, Officers officers) {
        if (report != null && !report.status().isWithTownship()) {
            return "";
        }
        String waitsFor = report == null ? "FIGURES" : Objects.requireNonNullElse(report.waitsFor(), "");
        return switch (waitsFor) {
            case "FIGURES" ->
                officers.clerk(township, report == null ? "" : report.savedByName())
                        .orElseGet(() -> officers.partySecretary(township));
            case "OWN_PART" ->
                officers.today(township, Role.FIRST_SECRETARY).orElseGet(() -> officers.partySecretary(township));
            default -> officers.partySecretary(township);
        };
    }

    /** Who holds which office. */
    static final class Officers {

        private final List<Officer> all;

        private Officers(List<Officer> all) {
            this.all = all;
        }

        /** First Secretaries on the month's last day, who answer for it; nobody else stands in for a vacancy. */
        Map<UUID, String> firstSecretaries() {
            return all.stream()
                    .filter(officer -> officer.role() == Role.FIRST_SECRETARY && officer.then())
                    .collect(Collectors.toMap(Officer::township, Officer::name, (older, newer) -> newer));
        }

        /** The Party secretary of today; empty for none. */
        private String partySecretary(UUID township) {
            return today(township, Role.PARTY_SECRETARY).orElse("");
        }

        /** A clerk of today: the one who saved last, where it was one. */
        private Optional<String> clerk(UUID township, String savedBy) {
            return holders(township, Role.TOWNSHIP_CLERK)
                    .filter(savedBy::equals)
                    .findFirst()
                    .or(() -> today(township, Role.TOWNSHIP_CLERK));
        }

        /** Who holds the office today; of several the latest. */
        private Optional<String> today(UUID township, Role role) {
            return holders(township, role).reduce((older, newer) -> newer);
        }

        private Stream<String> holders(UUID township, Role role) {
            return all.stream()
                    .filter(officer -> officer.role() == role && officer.now())
                    .filter(officer -> officer.township().equals(township))
                    .map(Officer::name);
        }
    }
}
