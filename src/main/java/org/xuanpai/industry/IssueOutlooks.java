package org.xuanpai.industry;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/**
 * What figures would do if they were issued. Figures know no reports and no check rules; the feature that has both implements it.
 * Called inside the permitted use cases of issuing.
 */
public interface IssueOutlooks {

    /**
     * Looks ahead. A fixed number of queries, however many townships.
     *
     * @param scope whose rows the issuer sees
     * @param changes only what is new or different, by township and indicator code
     */
    IssueOutlook of(Scope scope, UUID county, Period period, Map<UUID, Map<String, BigDecimal>> changes);
}
