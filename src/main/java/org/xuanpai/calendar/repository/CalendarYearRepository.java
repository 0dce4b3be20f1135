package org.xuanpai.calendar.repository;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import org.xuanpai.calendar.entity.CalendarYear;
import org.xuanpai.calendar.entity.CalendarYearStatus;

/**
 * Editions of the calendar. No finder takes a scope: the calendar is the same for every unit, and who may change it is a matter
 * of the role, in the service and in the table's policies.
 */
public interface CalendarYearRepository extends Repository<CalendarYear, UUID> {

    CalendarYear save(CalendarYear edition);

    CalendarYear saveAndFlush(CalendarYear edition);

    Optional<CalendarYear> findById(UUID id);

    Optional<CalendarYear> findByYearAndStatus(short year, CalendarYearStatus status);
}
