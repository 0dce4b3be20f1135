package org.xuanpai.architecture.broken.face;

import org.xuanpai.account.entity.Account;

/** Shows other features how rows are stored. */
abstract class KnowsAnEntity {
    abstract Account account();
}
