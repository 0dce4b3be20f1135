package org.xuanpai.posting.service;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.TownshipView;
import org.xuanpai.posting.NotIndustrial;
import org.xuanpai.posting.NotPostable;
import org.xuanpai.posting.OwnPosting;
import org.xuanpai.posting.TownshipUnknown;
import org.xuanpai.posting.entity.Posting;
import org.xuanpai.posting.people.People;
import org.xuanpai.posting.people.PersonCard;
import org.xuanpai.shared.CurrentUser;

/** Who may be posted where (clauses A1, B1), as far as other features know it. */
@Component
class Candidates {

    private final People people;
    private final Divisions divisions;

    Candidates(People people, Divisions divisions) {
        this.people = people;
        this.divisions = divisions;
    }

    /**
     * The person, if they may be posted there on the day.
     *
     * @throws NotPostable for whoever holds none of the offices, or is not of the county
     * @throws TownshipUnknown for a township of another county
     * @throws NotIndustrial for a township of another type
     * @throws OwnPosting when whoever acts is the person
     */
    PersonCard mustFit(CurrentUser user, UUID person, UUID township, LocalDate day) {
        PersonCard card = people.person(user.scope(), person).orElseThrow(NotPostable::new);
        mustFitOn(user, person, township, day);
        return card;
    }

    /** The same of a posting that is there. */
    void mustStillFit(CurrentUser user, Posting posting, LocalDate day) {
        mustFitOn(user, posting.personId(), posting.townshipId(), day);
    }

    private void mustFitOn(CurrentUser user, UUID person, UUID township, LocalDate day) {
        mustNotBeOneself(user, person);
        if (!people.mayBePosted(person, day)) {
            throw new NotPostable();
        }
        if (divisions.township(user.scope(), township).isEmpty()) {
            throw new TownshipUnknown();
        }
        if (!divisions.isIndustrial(user.scope(), township, day)) {
            throw new NotIndustrial();
        }
    }

    /** @throws OwnPosting when whoever acts is the person */
    void mustNotBeOneself(CurrentUser user, UUID person) {
        if (people.accountOf(person).filter(user.accountId()::equals).isPresent()) {
            throw new OwnPosting();
        }
    }

    /** How a township is called, for the trail. */
    String township(CurrentUser user, UUID township) {
        return divisions
                .township(user.scope(), township)
                .map(TownshipView::name)
                .orElse("");
    }
}
