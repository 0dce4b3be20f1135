package org.xuanpai.posting;

import java.time.LocalDate;
import org.xuanpai.shared.RuleViolation;

/** Nothing is announced before the notice has run fully (clause B4). */
public final class NoticeStillRunning extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public NoticeStillRunning(LocalDate lastDay) {
        super("posting.refused.noticeStillRunning", lastDay);
    }
}
