package org.xuanpai.industry.issue;

import org.xuanpai.shared.RuleViolation;

/** The indicator is typed that way already, or has no month and cumulative value. */
public final class SettingNotNew extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public SettingNotNew() {
        super("industry.issue.refused.settingNotNew");
    }
}
