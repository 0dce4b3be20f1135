package org.xuanpai.platform.web.form;

import java.util.Locale;
import org.springframework.format.Formatter;
import org.springframework.stereotype.Component;
import org.xuanpai.shared.NotAMonth;
import org.xuanpai.shared.Period;

/** A reported month in addresses and selections, {@code 2026-10}; anything else is refused as {@link NotAMonth}. */
@Component
class TypedPeriod implements Formatter<Period> {

    @Override
    public Period parse(String typed, Locale locale) {
        return Period.parse(typed.strip()).orElseThrow(NotAMonth::new);
    }

    @Override
    public String print(Period period, Locale locale) {
        return period.toString();
    }
}
