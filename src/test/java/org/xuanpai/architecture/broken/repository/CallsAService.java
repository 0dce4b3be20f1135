package org.xuanpai.architecture.broken.repository;

import org.xuanpai.architecture.broken.service.AsksNobody;

/** Knows who asks it. */
abstract class CallsAService {
    abstract AsksNobody service();
}
