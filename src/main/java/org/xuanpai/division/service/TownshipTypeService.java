package org.xuanpai.division.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.division.MayEditLand;
import org.xuanpai.division.ProposalWaits;
import org.xuanpai.division.TypeOnThatDay;
import org.xuanpai.division.entity.Division;
import org.xuanpai.division.entity.TownshipType;
import org.xuanpai.division.repository.DivisionRepository;
import org.xuanpai.division.repository.TownshipTypeRepository;
import org.xuanpai.platform.Constraint;
import org.xuanpai.shared.AlreadyConfirmed;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;

/** Decides which townships are industrial: one organizer proposes, a second one confirms. */
@Service
@Transactional
public class TownshipTypeService {

    private final DivisionRepository units;
    private final TownshipTypeRepository types;
    private final SettledLand settled;
    private final AuditTrail trail;
    private final Clock clock;

    TownshipTypeService(
            DivisionRepository units,
            TownshipTypeRepository types,
            SettledLand settled,
            AuditTrail trail,
            Clock clock) {
        this.units = units;
        this.types = types;
        this.settled = settled;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Proposes a township's type from a day on. Without effect until a second organizer confirms it.
     *
     * @return the id of the proposal
     * @throws TypeOnThatDay when a confirmed type begins on the same day
     * @throws org.xuanpai.division.TypeInClosedMonth when it would begin in a month that is closed
     * @throws ProposalWaits while another proposal for the township is open
     */
    @MayEditLand
    public UUID propose(CurrentUser user, UUID township, boolean industrial, LocalDate validFrom, String reason) {
        Division unit = units.findById(user.scope(), township).orElseThrow(NotFound::new);
        TownshipType type = new TownshipType(
                unit, industrial, validFrom, settled.earliest(user.scope()), reason, user, clock.instant());
        refuseSecondOfTheDay(user, unit, type);
        try {
            types.saveAndFlush(type);
        } catch (DataIntegrityViolationException waits) {
            // the index on open proposals decides, also when two organizers propose in the same moment
            throw Constraint.isBroken("township_type_one_open_proposal", waits)
                    ? new ProposalWaits(unit.name())
                    : waits;
        }
        trail.record(event("division.typeProposed", unit, type).with("reason", reason.strip()));
        return type.id();
    }

    /**
     * Confirms a proposal; it takes effect from its day.
     *
     * @throws org.xuanpai.shared.SecondPersonNeeded for the proposer
     * @throws AlreadyConfirmed when somebody was quicker
     * @throws org.xuanpai.division.TypeInClosedMonth when its first month was closed meanwhile
     * @throws TypeOnThatDay when another proposal for the same day was confirmed before
     */
    @MayEditLand
    public void confirm(CurrentUser user, UUID township, UUID typeId) {
        Division unit = units.findById(user.scope(), township).orElseThrow(NotFound::new);
        TownshipType type = types.findById(user.scope(), township, typeId).orElseThrow(NotFound::new);
        // asked before the type changes: a query would write the change first, outside the try
        refuseSecondOfTheDay(user, unit, type);
        type.confirm(unit, settled.earliest(user.scope()), user, clock.instant());
        try {
            types.saveAndFlush(type);
        } catch (OptimisticLockingFailureException quicker) {
            throw types.overtaken(type.id());
        } catch (DataIntegrityViolationException sameDay) {
            throw Constraint.isBroken("township_type_one_per_day", sameDay)
                    ? new TypeOnThatDay(unit.name(), type.validFrom())
                    : sameDay;
        }
        trail.record(event("division.typeConfirmed", unit, type)
                .with("proposedBy", type.confirmation().proposedByName()));
    }

    /**
     * Takes the own proposal back.
     *
     * @throws org.xuanpai.shared.NotTheProposer for anybody else
     */
    @MayEditLand
    public void withdraw(CurrentUser user, UUID township, UUID typeId) {
        Division unit = units.findById(user.scope(), township).orElseThrow(NotFound::new);
        TownshipType type = types.findById(user.scope(), township, typeId).orElseThrow(NotFound::new);
        type.withdraw(user, clock.instant());
        try {
            types.saveAndFlush(type);
        } catch (OptimisticLockingFailureException quicker) {
            throw types.overtaken(type.id());
        }
        trail.record(event("division.typeWithdrawn", unit, type));
    }

    private void refuseSecondOfTheDay(CurrentUser user, Division unit, TownshipType type) {
        if (types.isConfirmedFrom(user.scope(), unit.id(), type.validFrom(), type.id())) {
            throw new TypeOnThatDay(unit.name(), type.validFrom());
        }
    }

    private static TrailEvent event(String action, Division unit, TownshipType type) {
        return TrailEvent.of(action, unit.name(), unit.id())
                .with("type", type.id())
                .with("industrial", type.isIndustrial())
                .with("validFrom", type.validFrom());
    }
}
