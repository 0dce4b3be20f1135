package org.xuanpai.posting.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.platform.Constraint;
import org.xuanpai.posting.MayEditProcedure;
import org.xuanpai.posting.ProcedureOnThatDay;
import org.xuanpai.posting.ProcedureView;
import org.xuanpai.posting.ProcedureWaits;
import org.xuanpai.posting.entity.ProcedureTemplate;
import org.xuanpai.posting.repository.TemplateRepository;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;

/** Decides how the county appoints: one organizer proposes, a second confirms. A round that is open goes on as it began. */
@Service
@Transactional
public class ProcedureService {

    private final TemplateRepository templates;
    private final AuditTrail trail;
    private final Clock clock;

    ProcedureService(TemplateRepository templates, AuditTrail trail, Clock clock) {
        this.templates = templates;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Proposes a procedure for rounds opened from a day on.
     *
     * @throws org.xuanpai.posting.ProcedureInPast for a day before today
     * @throws ProcedureWaits while another proposal is open
     */
    @MayEditProcedure
    public UUID propose(CurrentUser user, LocalDate from, ProcedureView rules, String reason) {
        ProcedureTemplate template = new ProcedureTemplate(
                user.scope().counties().iterator().next(),
                from,
                rules,
                reason,
                user,
                clock.instant(),
                LocalDate.now(clock));
        save(template);
        trail.record(event("posting.procedureProposed", template).with("reason", reason.strip()));
        return template.id();
    }

    /**
     * Puts a proposal into effect.
     *
     * @throws org.xuanpai.shared.SecondPersonNeeded for the proposer
     * @throws org.xuanpai.shared.AlreadyConfirmed when somebody was quicker
     * @throws ProcedureOnThatDay when another one begins on its day
     */
    @MayEditProcedure
    public void confirm(CurrentUser user, UUID id) {
        ProcedureTemplate template = find(user, id);
        template.confirm(user, clock.instant());
        save(template);
        trail.record(event("posting.procedureConfirmed", template)
                .with("proposedBy", template.confirmation().proposedByName()));
    }

    /**
     * Takes the own proposal back.
     *
     * @throws org.xuanpai.shared.NotTheProposer for anybody else
     */
    @MayEditProcedure
    public void withdraw(CurrentUser user, UUID id) {
        ProcedureTemplate template = find(user, id);
        template.withdraw(user, clock.instant());
        save(template);
        trail.record(event("posting.procedureWithdrawn", template));
    }

    private ProcedureTemplate find(CurrentUser user, UUID id) {
        return templates.findById(user.scope(), id).orElseThrow(NotFound::new);
    }

    private void save(ProcedureTemplate template) {
        try {
            templates.saveAndFlush(template);
        } catch (OptimisticLockingFailureException quicker) {
            throw templates.overtaken(template.id());
        } catch (DataIntegrityViolationException refused) {
            if (Constraint.isBroken("procedure_template_one_open_proposal", refused)) {
                throw new ProcedureWaits();
            }
            if (Constraint.isBroken("procedure_template_one_per_day", refused)) {
                throw new ProcedureOnThatDay(template.validFrom());
            }
            throw refused;
        }
    }

    private static TrailEvent event(String action, ProcedureTemplate template) {
        ProcedureView rules = template.rules();
        return TrailEvent.of(action, template.validFrom().toString(), template.id())
                .with("noticeDays", rules.noticeDays())
                .with("termYears", rules.termYears())
                .with("termStart", rules.termStart())
                .with("waivable", rules.waivable().stream().sorted().toList());
    }
}
