package org.xuanpai.division.service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.division.CodeInUse;
import org.xuanpai.division.DivisionLevel;
import org.xuanpai.division.LandInClosedMonth;
import org.xuanpai.division.MayEditLand;
import org.xuanpai.division.MayImportLand;
import org.xuanpai.division.ProposalWaits;
import org.xuanpai.division.ProposeReorganisation;
import org.xuanpai.division.ReorganisationKind;
import org.xuanpai.division.UnitChange;
import org.xuanpai.division.UnitChange.Effect;
import org.xuanpai.division.entity.Reorganisation;
import org.xuanpai.division.repository.LandVersions;
import org.xuanpai.division.repository.LandVersions.Newest;
import org.xuanpai.division.repository.ReorganisationRepository;
import org.xuanpai.division.service.ReorganisationRules.Concerned;
import org.xuanpai.platform.Constraint;
import org.xuanpai.shared.AlreadyConfirmed;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;

/** Changes the land on a day: one organizer proposes, a second one confirms, and everything follows in one transaction. */
@Service
@Transactional
public class ReorganisationService {

    private static final String MERGED = "MERGED";
    private static final String SPLIT = "SPLIT";

    /** What holds that a code belongs to one unit at a time. */
    private static final Set<String> CODES = Set.of(
            "division_one_unit_per_code",
            "division_one_unit_per_code_and_day",
            "division_version_one_unit_per_code_and_day");

    private final ReorganisationRepository reorganisations;
    private final ReorganisationPlans plans;
    private final ReorganisationRules rules;
    private final LandVersions land;
    private final SettledLand settled;
    private final AuditTrail trail;
    private final Clock clock;

    ReorganisationService(
            ReorganisationRepository reorganisations,
            ReorganisationPlans plans,
            ReorganisationRules rules,
            LandVersions land,
            SettledLand settled,
            AuditTrail trail,
            Clock clock) {
        this.reorganisations = reorganisations;
        this.plans = plans;
        this.rules = rules;
        this.land = land;
        this.settled = settled;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Proposes a change of the own county's land. Without effect until a second organizer confirms it.
     *
     * @return the id of the proposal
     * @throws NotFound when a unit is not of the county
     * @throws LandInClosedMonth when a month is locked on that day
     * @throws ProposalWaits while another proposal about one of the units is open
     */
    @MayEditLand
    public UUID propose(CurrentUser user, ProposeReorganisation wanted) {
        List<UnitChange> changes = plans.of(user.scope(), wanted);
        mustNotBeSettled(user, wanted.effectiveOn());
        Concerned concerned = rules.check(user.scope().countyArray(), wanted.kind(), wanted.effectiveOn(), changes);
        Reorganisation proposal = new Reorganisation(
                user.scope().counties().iterator().next(),
                wanted.kind(),
                wanted.effectiveOn(),
                wanted.reason(),
                changes,
                user,
                clock.instant(),
                today());
        try {
            reorganisations.saveAndFlush(proposal);
        } catch (DataIntegrityViolationException refused) {
            throw Constraint.isBroken("reorganisation_unit_one_open_proposal", refused)
                    ? new ProposalWaits(concerned.names(concerned.units().keySet()))
                    : refused;
        }
        trail.record(event("division.reorganisationProposed", proposal, concerned)
                .with("reason", wanted.reason().strip()));
        return proposal.id();
    }

    /**
     * Confirms a proposal: units begin and end, villages move, types and successions are written.
     *
     * @throws org.xuanpai.shared.SecondPersonNeeded for the proposer
     * @throws AlreadyConfirmed when somebody was quicker
     * @throws org.xuanpai.shared.ProposalWithdrawn when it was taken back
     * @throws LandInClosedMonth when a month was locked on that day meanwhile
     */
    @MayEditLand
    public void confirm(CurrentUser user, UUID id) {
        Reorganisation proposal = find(user, id);
        proposal.confirm(user, clock.instant());
        save(proposal);
        mustNotBeSettled(user, proposal.effectiveOn());
        List<UnitChange> changes = proposal.changes();
        Concerned concerned = rules.check(user.scope().countyArray(), proposal.kind(), proposal.effectiveOn(), changes);
        apply(proposal, changes, concerned);
        trail.record(event("division.reorganisationConfirmed", proposal, concerned)
                .with("proposedBy", proposal.confirmation().proposedByName())
                .with(
                        "villages",
                        concerned.villageCount()
                                + ReorganisationRules.ids(changes, Effect.MOVES).size()));
    }

    /**
     * Takes the own proposal back.
     *
     * @throws org.xuanpai.shared.NotTheProposer for anybody else
     */
    @MayEditLand
    public void withdraw(CurrentUser user, UUID id) {
        Reorganisation proposal = find(user, id);
        proposal.withdraw(user, clock.instant());
        save(proposal);
        trail.record(TrailEvent.of(
                        "division.reorganisationWithdrawn", proposal.kind().name(), proposal.id())
                .with("kind", proposal.kind())
                .with("effectiveOn", proposal.effectiveOn()));
    }

    /** Brings units to the names and places that were decided for today; done every day, and nothing when there is nothing. */
    @MayImportLand
    public int bringUpToDate(CurrentUser system) {
        return recorded(system, land.bringUpToDate(today(), clock.instant()));
    }

    /** The same in one county only. */
    @MayImportLand
    public int bringUpToDate(CurrentUser system, UUID county) {
        return recorded(system, land.bringUpToDate(county, today(), clock.instant()));
    }

    /** Counties with units that are not yet what was decided for today. */
    @MayImportLand
    public List<UUID> countiesBehind(CurrentUser system) {
        return land.countiesBehind(today());
    }

    private void mustNotBeSettled(CurrentUser user, LocalDate day) {
        LocalDate earliest = settled.earliest(user.scope());
        if (day.isBefore(earliest)) {
            throw new LandInClosedMonth(earliest);
        }
    }

    private int recorded(CurrentUser system, int units) {
        if (units > 0) {
            trail.record(TrailEvent.of("division.broughtUpToDate", String.valueOf(units), "")
                    .with("units", units)
                    .with("by", system.username()));
        }
        return units;
    }

    private void apply(Reorganisation proposal, List<UnitChange> changes, Concerned concerned) {
        Instant now = clock.instant();
        LocalDate day = proposal.effectiveOn();
        UUID id = proposal.id();
        of(changes, Effect.ENDS).forEach(change -> land.end(concerned.unit(change.unitId()), day, now));
        of(changes, Effect.OPENS).forEach(change -> open(change, concerned, day, now, id));
        of(changes, Effect.RENAMES).forEach(change -> {
            Newest unit = concerned.unit(change.unitId());
            String code = Objects.requireNonNull(change.code());
            String name = Objects.requireNonNull(change.name());
            takingCode(code, name, () -> land.change(unit, day, code, name, unit.parentId(), id));
        });
        of(changes, Effect.MOVES)
                .forEach(change ->
                        move(concerned.unit(change.unitId()), Objects.requireNonNull(change.parentId()), day, id));
        succeed(proposal, changes, concerned, now);
        land.bringUpToDate(today(), now);
    }

    private void open(UnitChange change, Concerned concerned, LocalDate day, Instant now, UUID id) {
        String code = Objects.requireNonNull(change.code());
        String name = Objects.requireNonNull(change.name());
        Newest parent = concerned.unit(Objects.requireNonNull(change.parentId()));
        takingCode(code, name, () -> land.open(change.unitId(), change.level(), code, name, parent, day, now));
        if (change.level() == DivisionLevel.TOWNSHIP) {
            land.type(change.unitId(), Boolean.TRUE.equals(change.industrial()), id);
        }
    }

    /** An import or another county may have been quicker, or the code is free only from its day on. */
    private static void takingCode(String code, String name, Runnable change) {
        try {
            change.run();
        } catch (DataIntegrityViolationException refused) {
            throw CODES.stream().anyMatch(constraint -> Constraint.isBroken(constraint, refused))
                    ? new CodeInUse(code, name)
                    : refused;
        }
    }

    private void move(Newest village, UUID to, LocalDate day, UUID id) {
        land.change(village, day, village.code(), village.name(), to, id);
    }

    private void succeed(Reorganisation proposal, List<UnitChange> changes, Concerned concerned, Instant now) {
        LocalDate day = proposal.effectiveOn();
        UUID county = proposal.countyId();
        if (proposal.kind() == ReorganisationKind.MERGE) {
            UUID successor = changes.get(0).unitId();
            for (UnitChange ended : of(changes, Effect.ENDS)) {
                concerned
                        .villages()
                        .getOrDefault(ended.unitId(), List.of())
                        .forEach(village -> move(village, successor, day, proposal.id()));
                land.succeed(ended.unitId(), successor, county, day, MERGED, now, proposal.id());
            }
        }
        if (proposal.kind() == ReorganisationKind.SPLIT) {
            UUID unit = changes.get(0).unitId();
            of(changes, Effect.OPENS)
                    .forEach(part -> land.succeed(unit, part.unitId(), county, day, SPLIT, now, proposal.id()));
        }
    }

    private Reorganisation find(CurrentUser user, UUID id) {
        return reorganisations.findById(user.scope(), id).orElseThrow(NotFound::new);
    }

    private void save(Reorganisation proposal) {
        try {
            reorganisations.saveAndFlush(proposal);
        } catch (OptimisticLockingFailureException quicker) {
            throw reorganisations.overtaken(proposal.id());
        }
    }

    private static List<UnitChange> of(List<UnitChange> changes, Effect effect) {
        return changes.stream().filter(change -> change.effect() == effect).toList();
    }

    private static TrailEvent event(String action, Reorganisation proposal, Concerned concerned) {
        Set<UUID> named = ReorganisationRules.ids(proposal.changes(), Effect.ENDS);
        named.addAll(ReorganisationRules.ids(proposal.changes(), Effect.STAYS));
        named.addAll(ReorganisationRules.ids(proposal.changes(), Effect.RENAMES));
        return TrailEvent.of(action, concerned.names(named), proposal.id())
                .with("kind", proposal.kind())
                .with("effectiveOn", proposal.effectiveOn())
                .with(
                        "opens",
                        proposal.changes().stream()
                                .filter(change -> change.effect() == Effect.OPENS)
                                .map(change -> change.code() + " " + change.name())
                                .toList());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
