package org.xuanpai.architecture.broken.service;

import org.xuanpai.architecture.broken.controller.SeenFromOutside;

/** Knows who calls it. */
abstract class CallsAController {
    abstract SeenFromOutside page();
}
