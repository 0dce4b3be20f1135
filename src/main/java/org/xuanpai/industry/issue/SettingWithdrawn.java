package org.xuanpai.industry.issue;

import org.xuanpai.shared.RuleViolation;

/** The proposal was taken back and cannot be decided any more. */
public final class SettingWithdrawn extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public SettingWithdrawn() {
        super("industry.issue.refused.settingWithdrawn");
    }
}
