package org.xuanpai.platform.web.form;

import java.text.ParseException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.format.Formatter;
import org.springframework.stereotype.Component;

/** A day as browsers send it, {@code 2026-11-09}, in the centuries that the database's calendar is about. */
@Component
class TypedDay implements Formatter<LocalDate> {

    private static final Pattern SHAPE = Pattern.compile("(19|20|21)\\d{2}-\\d{2}-\\d{2}");

    @Override
    public LocalDate parse(String typed, Locale locale) throws ParseException {
        String text = typed.strip();
        if (!SHAPE.matcher(text).matches()) {
            throw new ParseException(typed, 0);
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noSuchDay) {
            throw (ParseException) new ParseException(typed, 0).initCause(noSuchDay);
        }
    }

    @Override
    public String print(LocalDate day, Locale locale) {
        return day.toString();
    }
}
