package org.xuanpai.posting.people.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.platform.Constraint;
import org.xuanpai.posting.people.DatesOutOfOrder;
import org.xuanpai.posting.people.MayEditPeople;
import org.xuanpai.posting.people.PortfolioEnded;
import org.xuanpai.posting.people.PortfolioThere;
import org.xuanpai.posting.people.entity.Person;
import org.xuanpai.posting.people.entity.Portfolio;
import org.xuanpai.posting.people.repository.PersonRepository;
import org.xuanpai.posting.people.repository.PortfolioRepository;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.StaleVersion;

/** Enters what leaders are in charge of, and when that ends. */
@Service
@Transactional
public class PortfolioService {

    private final PersonRepository people;
    private final PortfolioRepository portfolios;
    private final AuditTrail trail;
    private final Clock clock;

    PortfolioService(PersonRepository people, PortfolioRepository portfolios, AuditTrail trail, Clock clock) {
        this.people = people;
        this.portfolios = portfolios;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Enters a field of work.
     *
     * @param to first day on which it is somebody else's; {@code null} while it is not
     * @return its id
     * @throws DatesOutOfOrder when it would end before it begins
     * @throws PortfolioThere when the person has the same one in that time
     */
    @MayEditPeople
    public UUID enter(CurrentUser user, UUID personId, String work, LocalDate from, @Nullable LocalDate to) {
        Person person = people.findById(user.scope(), personId).orElseThrow(NotFound::new);
        Portfolio portfolio = new Portfolio(person, work, from, to, user, clock.instant());
        save(portfolio);
        TrailEvent event = event("posting.people.portfolioEntered", person, portfolio);
        trail.record(to == null ? event : event.with("validTo", to));
        return portfolio.id();
    }

    /**
     * Ends it, once.
     *
     * @param day first day on which it is no more
     * @throws PortfolioEnded when it has an end already
     * @throws DatesOutOfOrder for a day that is not after its first
     */
    @MayEditPeople
    public void end(CurrentUser user, UUID personId, UUID portfolioId, LocalDate day) {
        Person person = people.findById(user.scope(), personId).orElseThrow(NotFound::new);
        Portfolio portfolio =
                portfolios.findById(user.scope(), personId, portfolioId).orElseThrow(NotFound::new);
        portfolio.end(day, user, clock.instant());
        save(portfolio);
        trail.record(event("posting.people.portfolioEnded", person, portfolio).with("validTo", day));
    }

    private void save(Portfolio portfolio) {
        try {
            portfolios.saveAndFlush(portfolio);
        } catch (OptimisticLockingFailureException quicker) {
            throw new StaleVersion();
        } catch (DataIntegrityViolationException twice) {
            throw Constraint.isBroken("person_portfolio_once_at_a_time", twice) ? new PortfolioThere() : twice;
        }
    }

    private static TrailEvent event(String action, Person person, Portfolio portfolio) {
        return TrailEvent.of(action, person.name(), person.id())
                .with("portfolio", portfolio.work())
                .with("validFrom", portfolio.validFrom());
    }
}
