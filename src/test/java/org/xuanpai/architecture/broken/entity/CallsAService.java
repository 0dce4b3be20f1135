package org.xuanpai.architecture.broken.entity;

import org.xuanpai.architecture.broken.service.AsksNobody;

/** Holds rules and asks others for them. */
abstract class CallsAService {
    abstract AsksNobody service();
}
