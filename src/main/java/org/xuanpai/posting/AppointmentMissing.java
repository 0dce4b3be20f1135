package org.xuanpai.posting;

import org.xuanpai.shared.RuleViolation;

/** The notice of appointment is issued before the announcement, and after the public notice. */
public final class AppointmentMissing extends RuleViolation {

    private static final long serialVersionUID = 1L;

    public AppointmentMissing() {
        super("posting.refused.appointmentMissing");
    }
}
