package org.xuanpai.architecture.broken.service;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.architecture.broken.entity.Row;

/** Lets callers change what they should only see. */
@Service
@Transactional
public abstract class GivesAnEntityOut {
    public abstract List<Row> rows();
}
