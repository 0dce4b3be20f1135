package org.xuanpai.industry.issue;

import org.xuanpai.shared.Period;
import org.xuanpai.shared.RuleViolation;

/** A setting begins with a month that nobody can have reported or issued yet. */
public final class SettingTooLate extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public SettingTooLate(Period first) {
        super("industry.issue.refused.settingTooLate", first);
    }
}
