package org.xuanpai.posting;

import org.xuanpai.shared.RuleViolation;

/** The calendar that the notice runs into is not loaded, so nobody knows when it ends. */
public final class NoticeEndUnknown extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public NoticeEndUnknown(int year) {
        super("posting.refused.noticeEndUnknown", year);
    }
}
