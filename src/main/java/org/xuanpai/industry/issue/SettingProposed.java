package org.xuanpai.industry.issue;

import org.xuanpai.shared.RuleViolation;

/** Another proposal for the indicator waits; it has to be confirmed or withdrawn first. */
public final class SettingProposed extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public SettingProposed(String proposer) {
        super("industry.issue.refused.settingProposed", proposer);
    }
}
