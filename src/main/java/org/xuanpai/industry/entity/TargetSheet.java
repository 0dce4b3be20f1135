package org.xuanpai.industry.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xuanpai.division.TownshipView;
import org.xuanpai.industry.IndicatorTwice;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.NoTargets;
import org.xuanpai.industry.TargetLine;
import org.xuanpai.industry.TargetYearOutOfRange;
import org.xuanpai.industry.UnknownIndicator;
import org.xuanpai.shared.AlreadyConfirmed;
import org.xuanpai.shared.Confirmation;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Proposal;
import org.xuanpai.shared.ProposalWithdrawn;

/**
 * The targets of one township for one year. The pace of every report is held against it, so it counts only when a second
 * person has confirmed it, and its lines never change: another sheet takes its place.
 */
@Entity
@Table(name = "target_sheet")
public class TargetSheet {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private UUID countyId;

    @Column(updatable = false)
    private UUID townshipId;

    @Column(updatable = false)
    private int year;

    @Embedded
    private Proposal proposal;

    @ElementCollection
    @CollectionTable(name = "target_line", joinColumns = @JoinColumn(name = "sheet_id"))
    @MapKeyColumn(name = "indicator_code")
    private Map<String, TargetFigures> lines = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // for JPA
    protected TargetSheet() {}

    /**
     * A proposal without effect yet.
     *
     * @param asked the indicators of that year
     * @throws TargetYearOutOfRange for a year the system does not know
     * @throws NoTargets for a sheet without a line
     * @throws UnknownIndicator when a line is about something that is not asked for
     * @throws IndicatorTwice when two lines are about the same
     * @throws org.xuanpai.industry.TargetFigureRefused when a figure does not fit its indicator
     */
    public TargetSheet(
            TownshipView township,
            int year,
            List<TargetLine> lines,
            Collection<IndicatorView> asked,
            CurrentUser proposer,
            Instant now) {
        if (!Period.isYear(year)) {
            throw new TargetYearOutOfRange(year);
        }
        if (lines.isEmpty()) {
            throw new NoTargets();
        }
        this.id = Ids.next();
        this.countyId = township.countyId();
        this.townshipId = township.id();
        this.year = year;
        this.proposal = new Proposal(proposer, now);
        Map<String, IndicatorView> indicators =
                asked.stream().collect(Collectors.toMap(IndicatorView::code, Function.identity()));
        lines.forEach(line -> add(line, indicators.get(line.indicatorCode())));
    }

    private void add(TargetLine line, @Nullable IndicatorView indicator) {
        if (indicator == null) {
            throw new UnknownIndicator(line.indicatorCode(), year);
        }
        line.faults(indicator).stream().findFirst().ifPresent(fault -> {
            throw fault;
        });
        TargetFigures figures = new TargetFigures(countyId, townshipId, line.yearlyTarget(), line.baseline());
        if (lines.putIfAbsent(indicator.code(), figures) != null) {
            throw new IndicatorTwice(indicator.code());
        }
    }

    /**
     * Puts the proposal into effect in place of the year's earlier sheet; it takes another person than the proposer.
     *
     * @throws ProposalWithdrawn when it was taken back
     */
    public void confirm(CurrentUser second, Instant now) {
        proposal.confirm(second, now);
    }

    /**
     * Takes the proposal back; by whom, the trail says.
     *
     * @throws AlreadyConfirmed when it counts already
     * @throws ProposalWithdrawn when it was taken back before
     */
    public void withdraw(Instant now) {
        proposal.withdraw(now);
    }

    public UUID id() {
        return id;
    }

    public UUID townshipId() {
        return townshipId;
    }

    public int year() {
        return year;
    }

    public Confirmation confirmation() {
        return proposal.confirmation();
    }

    public int size() {
        return lines.size();
    }
}
