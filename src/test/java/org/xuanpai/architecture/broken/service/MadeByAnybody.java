package org.xuanpai.architecture.broken.service;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Can be made around the permission check. */
@Service
@Transactional
public abstract class MadeByAnybody {
    public MadeByAnybody() {}
}
