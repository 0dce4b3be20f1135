/**
 * The people a county posts: its leaders and township Party secretaries, their offices and portfolios over time, liaisons and
 * secondments (clauses B1, B3, C6). Knows no posting.
 */
@ApplicationModule(
        displayName = "People",
        allowedDependencies = {"shared", "platform", "audit", "exchange", "division", "account"})
@NullMarked
package org.xuanpai.posting.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
