package org.xuanpai.architecture.broken.service;

import org.springframework.stereotype.Service;

/** Reads each row in a transaction of its own. */
@Service
abstract class WithoutTransaction {}
