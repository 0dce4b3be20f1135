package org.xuanpai.posting.people.controller;

import java.time.LocalDate;
import java.util.UUID;
import org.xuanpai.posting.people.service.AssignmentRow;
import org.xuanpai.posting.people.service.OfficeRow;
import org.xuanpai.posting.people.service.PersonView;
import org.xuanpai.posting.people.service.PortfolioRow;
import org.xuanpai.shared.NotFound;

/**
 * What is to be ended.
 *
 * @param path where the form is sent to, below the person's address
 * @param what it, in words
 * @param since its first day
 * @param byTwo whether a second organizer has to confirm it, so that a reason is asked for
 */
record EndPage(String path, String what, LocalDate since, boolean byTwo) {

    static EndPage ofOffice(PersonView person, UUID id) {
        return person.offices().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .map((OfficeRow row) -> new EndPage("offices/" + id, row.title(), row.from(), true))
                .orElseThrow(NotFound::new);
    }

    static EndPage ofPortfolio(PersonView person, UUID id) {
        return person.portfolios().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .map((PortfolioRow row) -> new EndPage("portfolios/" + id, row.work(), row.from(), false))
                .orElseThrow(NotFound::new);
    }

    static EndPage ofAssignment(PersonView person, UUID id) {
        return person.assignments().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .map((AssignmentRow row) -> new EndPage("assignments/" + id, row.place(), row.from(), false))
                .orElseThrow(NotFound::new);
    }
}
