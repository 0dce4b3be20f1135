package org.xuanpai.calendar.service;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.calendar.CalendarFileRefused;
import org.xuanpai.calendar.MayEditCalendar;
import org.xuanpai.calendar.YearAlreadyProposed;
import org.xuanpai.calendar.entity.CalendarYear;
import org.xuanpai.calendar.entity.CalendarYearStatus;
import org.xuanpai.calendar.repository.CalendarYearRepository;
import org.xuanpai.platform.Constraint;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Period;

/** Changes the calendar: one organizer proposes a year, a second confirms it. */
@Service
@Transactional
public class CalendarService {

    private final CalendarYearRepository editions;
    private final LoadedCalendar loaded;
    private final AuditTrail trail;
    private final Clock clock;

    CalendarService(CalendarYearRepository editions, LoadedCalendar loaded, AuditTrail trail, Clock clock) {
        this.editions = editions;
        this.loaded = loaded;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Reads a file and keeps it as a proposal without effect.
     *
     * @return the proposal's id
     * @throws CalendarFileRefused when the file cannot be taken as it is
     * @throws YearAlreadyProposed while another proposal for the year is open
     */
    @MayEditCalendar
    public UUID propose(CurrentUser user, ProposeYear command) {
        int year = command.year();
        if (year < Period.FIRST_YEAR
                || year > clock.instant().atZone(clock.getZone()).getYear() + 1) {
            throw new CalendarFileRefused("yearOutOfRange", String.valueOf(year));
        }
        CalendarFile file = CalendarFile.read(command.file(), year);
        String papers = papers(file.papers(), command.papers());
        editions.findByYearAndStatus((short) year, CalendarYearStatus.PROPOSED).ifPresent(open -> {
            throw new YearAlreadyProposed(year, open.proposerName());
        });
        CalendarYear proposal = keep(new CalendarYear(year, papers, file.days(), user, clock.instant()));
        record("calendar.yearProposed", proposal);
        return proposal.id();
    }

    /** Puts a proposal into effect in place of the year's edition. */
    @MayEditCalendar
    public int confirm(CurrentUser user, UUID id, long version) {
        CalendarYear proposal = editions.findById(id).orElseThrow(NotFound::new);
        // Written first: at no moment may two editions of a year be in effect.
        editions.findByYearAndStatus((short) proposal.year(), CalendarYearStatus.IN_EFFECT)
                .ifPresent(current -> {
                    current.giveWay();
                    editions.saveAndFlush(current);
                });
        proposal.confirm(user, version, clock.instant());
        loaded.forget();
        record("calendar.yearConfirmed", proposal);
        return proposal.year();
    }

    /** Takes a proposal back. */
    @MayEditCalendar
    public int withdraw(CurrentUser user, UUID id, long version) {
        CalendarYear proposal = editions.findById(id).orElseThrow(NotFound::new);
        proposal.withdraw(version);
        record("calendar.yearWithdrawn", proposal);
        return proposal.year();
    }

    /** Two organizers may propose in the same moment; the index on open proposals decides. */
    private CalendarYear keep(CalendarYear proposal) {
        try {
            return editions.saveAndFlush(proposal);
        } catch (DataIntegrityViolationException taken) {
            throw Constraint.isBroken("calendar_year_one_proposed", taken)
                    ? new YearAlreadyProposed(proposal.year(), "")
                    : taken;
        }
    }

    private static String papers(List<String> named, String typed) {
        if (!named.isEmpty()) {
            return String.join("\n", named);
        }
        if (typed.isBlank()) {
            throw new CalendarFileRefused("noPaper");
        }
        return typed.strip();
    }

    private void record(String action, CalendarYear edition) {
        trail.record(TrailEvent.of(action, "calendar " + edition.year(), edition.id())
                .with("year", edition.year())
                .with("days", edition.size()));
    }
}
