package org.xuanpai.architecture.broken.controller;

import org.springframework.transaction.annotation.Transactional;

/** Does two use cases in one transaction. */
@Transactional
abstract class OpensTransactions {
    void post() {}
}
