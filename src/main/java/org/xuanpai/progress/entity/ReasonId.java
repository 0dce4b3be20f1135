package org.xuanpai.progress.entity;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.xuanpai.progress.check.ReasonKey;
import org.xuanpai.progress.check.RuleKind;

/** What a stored reason is about. */
@Embeddable
record ReasonId(String field, @Enumerated(EnumType.STRING) RuleKind rule) {

    static ReasonId of(ReasonKey key) {
        return new ReasonId(key.field(), key.rule());
    }

    ReasonKey key() {
        return new ReasonKey(field, rule);
    }
}
