package org.xuanpai.calendar.service;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.calendar.CalendarYears;
import org.xuanpai.calendar.WorkingDays;
import org.xuanpai.shared.OpenToAll;

/** Working days by the editions in effect. */
@Service
@Transactional(readOnly = true)
public class StatutoryWorkingDays implements WorkingDays {

    private final LoadedCalendar loaded;

    StatutoryWorkingDays(LoadedCalendar loaded) {
        this.loaded = loaded;
    }

    @Override
    @OpenToAll("called inside another feature's use case; public facts, the same for every unit")
    public CalendarYears calendar() {
        return loaded.get();
    }
}
