package org.xuanpai.account;

import java.util.List;
import java.util.UUID;
import org.xuanpai.shared.Scope;

/** Who organizes in a county at the moment, for other features; called inside their own, permitted use cases. */
public interface Organizers {

    /** The organizers of the scope's counties whose account is in use, by name. One query. */
    List<Organizer> of(Scope scope);

    /** Somebody with the duty of an organizer. */
    record Organizer(UUID accountId, String name, UUID countyId) {}
}
