package org.xuanpai.division.service;

import java.util.List;
import org.xuanpai.division.repository.ListedDivisions;

/**
 * What the import of a county's own units did and found.
 *
 * @param added units that were new
 * @param unchanged units that were there under the same name
 * @param renamed units that the list calls otherwise; nothing was changed, a renaming takes two persons
 * @param missing units in being that the list lacks; nothing was changed
 */
public record OwnImport(
        long added, long unchanged, List<ListedDivisions.Found> renamed, List<ListedDivisions.Found> missing) {}
