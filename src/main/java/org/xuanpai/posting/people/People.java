package org.xuanpai.posting.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.xuanpai.shared.Scope;

/**
 * The people of a county, for other features inside their own, permitted use cases. Questions with a scope answer for its
 * counties only; somebody outside looks like somebody missing. Underneath, row-level security shows people to organizers and
 * leaders of their county and to nobody else.
 */
public interface People {

    /** One person of the scope, with the titles of today. One query. */
    Optional<PersonCard> person(Scope scope, UUID id);

    /**
     * The people of the scope who may be posted as First Secretary on the day: members of the county standing committee and
     * deputy county heads (clause B1) whose office is confirmed. By pinyin. One query.
     */
    List<PersonCard> eligible(Scope scope, LocalDate on);

    /**
     * Whether somebody holds, on the day, a confirmed office from which First Secretaries are posted (clause B1). The same as
     * the database's {@code person_may_be_posted(person, on_day)}; false for somebody whom whoever acts does not see.
     */
    boolean mayBePosted(UUID person, LocalDate on);

    /** The account under which the person signs in; empty for none, and for somebody whom whoever acts does not see. */
    Optional<UUID> accountOf(UUID person);
}
