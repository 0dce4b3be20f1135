package org.xuanpai.industry.issue.service;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.TownshipView;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.industry.IssueOutlooks;
import org.xuanpai.industry.MayIssueFigures;
import org.xuanpai.industry.SettledMonths;
import org.xuanpai.industry.issue.IssuedFigureRefused;
import org.xuanpai.industry.issue.MonthSettled;
import org.xuanpai.industry.issue.NotLookedAt;
import org.xuanpai.industry.issue.NotOnSheet;
import org.xuanpai.industry.issue.NothingToIssue;
import org.xuanpai.industry.issue.ObjectionAnswered;
import org.xuanpai.industry.issue.PeriodNotOver;
import org.xuanpai.industry.issue.SheetOvertaken;
import org.xuanpai.industry.issue.entity.FigureObjection;
import org.xuanpai.industry.issue.repository.FigureObjectionRepository;
import org.xuanpai.industry.issue.repository.IssuedSheetRows;
import org.xuanpai.industry.issue.repository.IssuedSheetRows.Cell;
import org.xuanpai.industry.issue.repository.IssuedSheetRows.Latest;
import org.xuanpai.industry.issue.repository.IssuedSheetRows.Sheet;
import org.xuanpai.industry.issue.repository.IssuedSheetRows.Version;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Sha256;

/** Issues figures for the industrial townships of a county, a sheet at a time. What is issued stays; a correction is a version. */
@Service
@Transactional
public class IssueService {

    private final IssuedSheetRows sheets;
    private final FigureObjectionRepository objections;
    private final Indicators indicators;
    private final Divisions divisions;
    private final IssueOutlooks outlooks;
    private final SettledMonths settled;
    private final AuditTrail trail;
    private final Clock clock;

    IssueService(
            IssuedSheetRows sheets,
            FigureObjectionRepository objections,
            Indicators indicators,
            Divisions divisions,
            IssueOutlooks outlooks,
            SettledMonths settled,
            AuditTrail trail,
            Clock clock) {
        this.sheets = sheets;
        this.objections = objections;
        this.indicators = indicators;
        this.divisions = divisions;
        this.outlooks = outlooks;
        this.settled = settled;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Issues what is new or different in a sheet; another figure answers an objection to the one before.
     *
     * @return how many figures are new, changed, unchanged
     * @throws org.xuanpai.shared.NotFound for the figures of another office
     * @throws PeriodNotOver when the month is not over
     * @throws NotOnSheet for a township that is not industrial that month, or an indicator of another issuer
     * @throws IssuedFigureRefused when a figure does not fit its indicator
     * @throws NothingToIssue when all of it counts already
     * @throws MonthSettled when a figure would change in a report that is locked
     * @throws NotLookedAt when the checks wonder at something of it and nobody has looked at that and said why it is right
     * @throws org.xuanpai.industry.issue.OwnObjection when it answers an objection of the issuer
     * @throws SheetOvertaken when somebody issued the month after the preview was made
     */
    @MayIssueFigures
    public IssueCounts issue(CurrentUser user, IssueSheet sheet) {
        IssuerAccess access = IssuerAccess.to(user, sheet.issuer());
        Period period = sheet.period();
        if (!period.lastDay().isBefore(LocalDate.now(clock))) {
            throw new PeriodNotOver(period);
        }
        Map<String, IndicatorView> asked = indicators.askedIn(access.county(), period).stream()
                .filter(indicator -> indicator.issuer() == sheet.issuer())
                .collect(Collectors.toMap(IndicatorView::code, Function.identity()));
        mustFit(sheet, asked, divisions.industrialTownships(access.rows(), period));
        Map<Cell, Latest> latest = sheets.latest(access.rows(), sheet.issuer(), period.key());
        // counted last, so that whatever counts by now has been counted
        if (sheets.count(access.rows(), sheet.issuer(), period.key()) != sheet.seen()) {
            throw new SheetOvertaken();
        }
        List<Version> versions = versions(sheet, asked, latest);
        int fresh =
                (int) versions.stream().filter(version -> version.number() == 1).count();
        int all = sheet.figures().values().stream().mapToInt(Map::size).sum();
        IssueCounts counts = new IssueCounts(fresh, versions.size() - fresh, all - versions.size());
        if (versions.isEmpty()) {
            throw new NothingToIssue();
        }
        mustBeOpen(access.county(), period, versions);
        int doubts = mustBeLookedAt(access, sheet, versions);
        add(user, access.county(), sheet, counts, doubts, versions);
        return counts;
    }

    private static void mustFit(IssueSheet sheet, Map<String, IndicatorView> asked, List<TownshipView> townships) {
        Set<UUID> known = townships.stream().map(TownshipView::id).collect(Collectors.toSet());
        sheet.figures()
                .forEach((township, figures) -> figures.forEach((code, value) -> {
                    IndicatorView indicator = asked.get(code);
                    if (indicator == null || !known.contains(township)) {
                        throw new NotOnSheet();
                    }
                    indicator.fault(value).ifPresent(fault -> {
                        throw new IssuedFigureRefused(fault, indicator);
                    });
                }));
    }

    /** Tells at how many figures the checks wonder, once the issuer has looked at them. */
    private int mustBeLookedAt(IssuerAccess access, IssueSheet sheet, List<Version> versions) {
        Map<UUID, Map<String, BigDecimal>> changes = new HashMap<>();
        versions.forEach(version -> changes.computeIfAbsent(version.cell().township(), id -> new HashMap<>())
                .put(version.cell().code(), version.value()));
        int doubts = outlooks.of(access.rows(), access.county(), sheet.period(), changes)
                .toLookAt();
        if (doubts > 0 && (!sheet.looked() || sheet.note().isBlank())) {
            throw new NotLookedAt(doubts);
        }
        return doubts;
    }

    private void mustBeOpen(UUID county, Period period, List<Version> versions) {
        Set<UUID> locked = settled.townships(county, period);
        locked.retainAll(
                versions.stream().map(version -> version.cell().township()).toList());
        if (!locked.isEmpty()) {
            throw new MonthSettled(
                    period, divisions.names(locked).values().stream().sorted().collect(Collectors.joining("\u3001")));
        }
    }

    private static List<Version> versions(
            IssueSheet sheet, Map<String, IndicatorView> asked, Map<Cell, Latest> latest) {
        List<Version> versions = new ArrayList<>();
        sheet.figures()
                .forEach((township, figures) -> figures.forEach((code, value) -> {
                    Cell cell = new Cell(township, code);
                    Latest before = latest.get(cell);
                    IndicatorView indicator = asked.get(code);
                    if (indicator != null && (before == null || before.value().compareTo(value) != 0)) {
                        versions.add(
                                new Version(cell, before == null ? 1 : before.version() + 1, indicator.typed(), value));
                    }
                }));
        return versions;
    }

    private void add(
            CurrentUser user, UUID county, IssueSheet sheet, IssueCounts counts, int doubts, List<Version> versions) {
        Instant now = clock.instant();
        Sheet row = new Sheet(
                Ids.next(),
                county,
                sheet.issuer(),
                sheet.period().key(),
                sheet.seen() + 1,
                sheet.way(),
                sheet.fileName(),
                hash(sheet),
                counts.fresh(),
                counts.changed(),
                counts.unchanged(),
                doubts,
                doubts == 0 ? "" : sheet.note());
        try {
            sheets.add(row, user, now);
        } catch (DuplicateKeyException quicker) {
            throw new SheetOvertaken();
        }
        sheets.add(row, versions);
        int answered = answer(user, sheet, versions, now);
        TrailEvent event = TrailEvent.of("industry.figuresIssued", sheet.issuer() + " " + sheet.period(), row.id())
                .with("number", row.number())
                .with("way", row.way())
                .with("new", counts.fresh())
                .with("changed", counts.changed())
                .with("unchanged", counts.unchanged())
                .with("objectionsAnswered", answered)
                .with("sha256", row.hash());
        TrailEvent withFile = sheet.fileName().isEmpty() ? event : event.with("file", sheet.fileName());
        trail.record(doubts == 0 ? withFile : withFile.with("doubts", doubts).with("note", row.note()));
    }

    private int answer(CurrentUser user, IssueSheet sheet, List<Version> versions, Instant now) {
        Set<Cell> changed = versions.stream().map(Version::cell).collect(Collectors.toSet());
        List<FigureObjection> answered =
                objections
                        .findOpen(
                                IssuerAccess.of(user).rows(),
                                sheet.issuer(),
                                sheet.period().key())
                        .stream()
                        .filter(objection ->
                                changed.contains(new Cell(objection.townshipId(), objection.indicatorCode())))
                        .toList();
        answered.forEach(objection -> {
            objection.reissued(user, now);
            try {
                objections.saveAndFlush(objection);
            } catch (OptimisticLockingFailureException quicker) {
                throw new ObjectionAnswered();
            }
        });
        return answered.size();
    }

    /** Of the whole sheet, the same for the same figures whatever their order or notation. */
    private static String hash(IssueSheet sheet) {
        String content = sheet.figures().entrySet().stream()
                .flatMap(township -> township.getValue().entrySet().stream()
                        .map(figure -> township.getKey() + " " + figure.getKey() + " " + plain(figure.getValue())))
                .sorted()
                .collect(Collectors.joining("\n"));
        return HexFormat.of().formatHex(Sha256.of(content));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
