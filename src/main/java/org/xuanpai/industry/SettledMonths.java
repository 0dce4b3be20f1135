package org.xuanpai.industry;

import java.util.Set;
import java.util.UUID;
import org.xuanpai.shared.Period;

/**
 * For whom a month is settled, so that no figure is issued for it any more until it is opened again. Figures know no reports;
 * the feature that settles months implements it.
 */
public interface SettledMonths {

    /** The townships of the county whose month is settled, and stays so, or open, until the transaction ends. */
    Set<UUID> townships(UUID county, Period period);
}
