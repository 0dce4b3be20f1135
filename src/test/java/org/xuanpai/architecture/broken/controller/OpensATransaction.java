package org.xuanpai.architecture.broken.controller;

import org.springframework.transaction.annotation.Transactional;

/** Does two use cases in one transaction. */
abstract class OpensATransaction {
    @Transactional
    void post() {}
}
