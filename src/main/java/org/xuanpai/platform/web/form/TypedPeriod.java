package org.xuanpai.platform.web.form;

import java.text.ParseException;
import java.util.Locale;
import org.springframework.format.Formatter;
import org.springframework.stereotype.Component;
import org.xuanpai.shared.Period;

/** A reported month in addresses and selections, {@code 2026-10}. */
@Component
class TypedPeriod implements Formatter<Period> {

    @Override
    public Period parse(String typed, Locale locale) throws ParseException {
        return Period.parse(typed.strip()).orElseThrow(() -> new ParseException(typed, 0));
    }

    @Override
    public String print(Period period, Locale locale) {
        return period.toString();
    }
}
