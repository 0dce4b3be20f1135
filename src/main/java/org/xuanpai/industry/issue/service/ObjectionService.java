package org.xuanpai.industry.issue.service;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.TownshipView;
import org.xuanpai.industry.IssuedFigure;
import org.xuanpai.industry.IssuedFigures;
import org.xuanpai.industry.MayIssueFigures;
import org.xuanpai.industry.MayObjectToFigures;
import org.xuanpai.industry.issue.ObjectionAnswered;
import org.xuanpai.industry.issue.ObjectionOpen;
import org.xuanpai.industry.issue.entity.FigureObjection;
import org.xuanpai.industry.issue.repository.FigureObjectionRepository;
import org.xuanpai.platform.Constraint;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Period;

/** A township objects to an issued figure; the issuer refuses with a reason, or issues another one ({@link IssueService}). */
@Service
@Transactional
public class ObjectionService {

    private final FigureObjectionRepository objections;
    private final IssuedFigures figures;
    private final Divisions divisions;
    private final AuditTrail trail;
    private final Clock clock;

    ObjectionService(
            FigureObjectionRepository objections,
            IssuedFigures figures,
            Divisions divisions,
            AuditTrail trail,
            Clock clock) {
        this.objections = objections;
        this.figures = figures;
        this.divisions = divisions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Objects to the figure that counts.
     *
     * @throws NotFound when the township is not in scope, or that issuer issued nothing of the kind
     * @throws org.xuanpai.industry.issue.ObjectionWithoutReason without a reason
     * @throws ObjectionOpen while an earlier objection to it waits
     */
    @MayObjectToFigures
    public void object(
            CurrentUser user,
            UUID townshipId,
            FigureIssuer issuer,
            Period period,
            String indicatorCode,
            String reason) {
        TownshipView township = divisions.township(user.scope(), townshipId).orElseThrow(NotFound::new);
        IssuedFigure figure = figures.of(user.scope(), townshipId, period, period).stream()
                .filter(issued ->
                        issued.issuer() == issuer && issued.indicatorCode().equals(indicatorCode))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (figure.objected()) {
            throw new ObjectionOpen();
        }
        FigureObjection objection =
                new FigureObjection(township.countyId(), townshipId, figure, reason, user, clock.instant());
        try {
            objections.saveAndFlush(objection);
        } catch (DataIntegrityViolationException quicker) {
            throw Constraint.isBroken("figure_objection_one_open", quicker) ? new ObjectionOpen() : quicker;
        }
        trail.record(
                event("industry.figureObjected", township.name(), objection).with("figureVersion", figure.version()));
    }

    /**
     * Lets the figure stand.
     *
     * @throws NotFound for an objection to somebody else's figures, or to those of another issuer or month
     * @throws org.xuanpai.industry.issue.ObjectionWithoutReason without a reason
     * @throws ObjectionAnswered when somebody was quicker
     * @throws org.xuanpai.industry.issue.OwnObjection for whoever objected
     */
    @MayIssueFigures
    public void refuse(CurrentUser user, FigureIssuer issuer, Period period, UUID id, String reason) {
        IssuerAccess access = IssuerAccess.to(user, issuer);
        FigureObjection objection = objections
                .findById(access.rows(), List.of(issuer), id)
                .filter(found -> found.period().equals(period))
                .orElseThrow(NotFound::new);
        objection.refuse(reason, user, clock.instant());
        try {
            objections.saveAndFlush(objection);
        } catch (OptimisticLockingFailureException quicker) {
            throw new ObjectionAnswered();
        }
        String township = divisions.names(Set.of(objection.townshipId())).getOrDefault(objection.townshipId(), "");
        trail.record(event("industry.objectionRefused", township, objection));
    }

    private static TrailEvent event(String action, String township, FigureObjection objection) {
        return TrailEvent.of(action, township + " " + objection.period(), objection.id())
                .with("issuer", objection.issuer())
                .with("indicator", objection.indicatorCode());
    }
}
