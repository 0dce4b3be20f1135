package org.xuanpai.industry.service;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.TownshipView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.industry.MayEditTargets;
import org.xuanpai.industry.TargetLine;
import org.xuanpai.industry.TargetYearOutOfRange;
import org.xuanpai.industry.TargetsAlreadyProposed;
import org.xuanpai.industry.TargetsOf;
import org.xuanpai.industry.entity.TargetSheet;
import org.xuanpai.industry.repository.TargetSheetRepository;
import org.xuanpai.platform.Constraint;
import org.xuanpai.shared.AlreadyConfirmed;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Sha256;

/** Sets the yearly targets of townships: one organizer proposes a sheet, a second one confirms it. */
@Service
@Transactional
public class TargetService {

    private final TargetSheetRepository sheets;
    private final Indicators indicators;
    private final Divisions divisions;
    private final AuditTrail trail;
    private final Clock clock;

    TargetService(
            TargetSheetRepository sheets, Indicators indicators, Divisions divisions, AuditTrail trail, Clock clock) {
        this.sheets = sheets;
        this.indicators = indicators;
        this.divisions = divisions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Proposes all targets of a township for a year. Without effect until a second organizer confirms them; then they take
     * the place of the year's earlier sheet as a whole.
     *
     * @return the id of the sheet
     * @throws NotFound for a township outside the scope
     * @throws TargetsAlreadyProposed while another proposal for the same township and year waits
     */
    @MayEditTargets
    public UUID propose(CurrentUser user, UUID township, int year, List<TargetLine> lines) {
        TownshipView unit = divisions.township(user.scope(), township).orElseThrow(NotFound::new);
        sheets.findOpen(user.scope(), township, year).ifPresent(open -> {
            throw new TargetsAlreadyProposed(
                    unit.name(), year, open.confirmation().proposedByName());
        });
        TargetSheet sheet =
                new TargetSheet(unit, year, lines, indicators.askedIn(lastPeriod(year)), user, clock.instant());
        try {
            sheets.saveAndFlush(sheet);
        } catch (DataIntegrityViolationException quicker) {
            // two organizers may propose in the same moment; the index on open proposals decides
            throw Constraint.isBroken("target_sheet_one_proposal", quicker)
                    ? new TargetsAlreadyProposed(unit.name(), year, "")
                    : quicker;
        }
        trail.record(event("industry.targetsProposed", unit, sheet).with("sha256", hash(lines)));
        return sheet.id();
    }

    /**
     * Puts a proposal into effect.
     *
     * @return whose targets they are
     * @throws org.xuanpai.shared.SecondPersonNeeded for the proposer
     * @throws AlreadyConfirmed when somebody was quicker
     * @throws org.xuanpai.shared.ProposalWithdrawn when it was taken back
     */
    @MayEditTargets
    public TargetsOf confirm(CurrentUser user, UUID sheetId) {
        TargetSheet sheet = sheets.findById(user.scope(), sheetId).orElseThrow(NotFound::new);
        sheet.confirm(user, clock.instant());
        save(sheet);
        trail.record(event("industry.targetsConfirmed", township(user, sheet), sheet)
                .with("proposedBy", sheet.confirmation().proposedByName()));
        return new TargetsOf(sheet.townshipId(), sheet.year());
    }

    /**
     * Takes a proposal back. Any organizer of the county may, so that a mistake does not wait for one person.
     *
     * @return whose targets they were
     * @throws AlreadyConfirmed when it counts already
     * @throws org.xuanpai.shared.ProposalWithdrawn when it was taken back before
     */
    @MayEditTargets
    public TargetsOf withdraw(CurrentUser user, UUID sheetId) {
        TargetSheet sheet = sheets.findById(user.scope(), sheetId).orElseThrow(NotFound::new);
        sheet.withdraw(clock.instant());
        save(sheet);
        trail.record(event("industry.targetsWithdrawn", township(user, sheet), sheet)
                .with("proposedBy", sheet.confirmation().proposedByName()));
        return new TargetsOf(sheet.townshipId(), sheet.year());
    }

    private void save(TargetSheet sheet) {
        try {
            sheets.saveAndFlush(sheet);
        } catch (OptimisticLockingFailureException quicker) {
            throw sheets.overtaken(sheet.id());
        }
    }

    private TownshipView township(CurrentUser user, TargetSheet sheet) {
        return divisions.township(user.scope(), sheet.townshipId()).orElseThrow(NotFound::new);
    }

    /** Indicators are those asked for at the end of the year. */
    private static Period lastPeriod(int year) {
        try {
            return Period.of(year, 12);
        } catch (IllegalArgumentException | java.time.DateTimeException unknownYear) {
            throw new TargetYearOutOfRange(year);
        }
    }

    private static TrailEvent event(String action, TownshipView unit, TargetSheet sheet) {
        return TrailEvent.of(action, unit.name() + " " + sheet.year(), sheet.id())
                .with("township", unit.id())
                .with("year", sheet.year())
                .with("targets", sheet.size());
    }

    /** The figures themselves stay in the sheet, which never changes; the trail keeps what proves that. */
    private static String hash(List<TargetLine> lines) {
        String content = lines.stream()
                .sorted(Comparator.comparing(TargetLine::indicatorCode))
                .map(TargetService::canonical)
                .collect(Collectors.joining("\n"));
        return HexFormat.of().formatHex(Sha256.of(content));
    }

    /** {@code value_added 16900 15200}: the same for a figure as typed and as the database gives it back. */
    private static String canonical(TargetLine line) {
        return line.indicatorCode() + " " + plain(line.yearlyTarget()) + " " + plain(line.baseline());
    }

    private static String plain(@Nullable BigDecimal figure) {
        return figure == null ? "-" : figure.stripTrailingZeros().toPlainString();
    }
}
