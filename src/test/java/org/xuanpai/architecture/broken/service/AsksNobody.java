package org.xuanpai.architecture.broken.service;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says of an act neither who may nor why everybody may. */
@Service
@Transactional
public abstract class AsksNobody {
    public void act() {}
}
