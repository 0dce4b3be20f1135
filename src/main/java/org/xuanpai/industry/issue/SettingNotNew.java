package org.xuanpai.industry.issue;

import org.xuanpai.shared.Slip;

/** The indicator is typed that way already, or has no month and cumulative value. */
public final class SettingNotNew extends Slip {

    private static final long serialVersionUID = 1L;

    public SettingNotNew() {
        super("industry.issue.refused.settingNotNew");
    }
}
