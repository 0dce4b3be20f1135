package org.xuanpai.division.service;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xuanpai.division.repository.ListedDivisions;

/**
 * What the import of a county's own units found, and did when it was the second person's.
 *
 * @param sha256 the content that was looked at
 * @param seenBefore the other organizer who has looked at the same content; {@code null} when nobody has, and nothing was added
 * @param added units that are new: added, or to be added when another organizer hands the same list in
 * @param unchanged units that were there under the same name
 * @param renamed units that the list calls otherwise; nothing was changed, a renaming takes two persons
 * @param missing units in being that the list lacks; nothing was changed
 */
public record OwnImport(
        String sha256,
        @Nullable String seenBefore,
        List<ListedDivisions.Found> added,
        long unchanged,
        List<ListedDivisions.Found> renamed,
        List<ListedDivisions.Found> missing) {

    /** Whether the units were added. */
    public boolean isDone() {
        return seenBefore != null;
    }
}
