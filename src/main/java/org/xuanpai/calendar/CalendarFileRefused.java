package org.xuanpai.calendar;

import org.xuanpai.shared.Slip;

/** A file of statutory days cannot be taken as it is; the message says what is wrong with it and where. */
public final class CalendarFileRefused extends Slip {

    private static final long serialVersionUID = 1L;

    public CalendarFileRefused(String reason, Object... arguments) {
        super("calendar.file." + reason, arguments);
    }
}
