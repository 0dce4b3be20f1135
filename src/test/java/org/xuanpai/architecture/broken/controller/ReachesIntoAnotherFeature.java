package org.xuanpai.architecture.broken.controller;

import org.xuanpai.account.service.AccountQueries;

/** Calls the service of another feature past its face. */
abstract class ReachesIntoAnotherFeature {
    abstract AccountQueries accounts();
}
