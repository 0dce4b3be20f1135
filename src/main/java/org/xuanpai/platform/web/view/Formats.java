package org.xuanpai.platform.web.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.xuanpai.shared.LocalName;
import org.xuanpai.shared.Period;

/**
 * Figures and dates as the pages show them, in the user's language: {@code @format} in templates. Thousands are separated,
 * minus is −, missing is —, a growth has its sign. Percent signs and units stand in the head, not in the cell.
 */
@Component("format")
class Formats {

    static final String MISSING = "—";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final DecimalFormatSymbols SYMBOLS = symbols();
    private static final Pattern NOTHING = Pattern.compile("\u2212[0.]+");

    private final Clock clock;

    Formats(Clock clock) {
        this.clock = clock;
    }

    /** As many decimals as the figure has, at most four: {@code 118,932.4}. */
    public String figure(@Nullable Number value) {
        return value == null ? MISSING : decimal("#,##0.####", value);
    }

    /** A fixed number of decimals, so that a column lines up: {@code 118,932.40}. */
    public String figure(@Nullable Number value, int decimals) {
        return value == null ? MISSING : decimal("#,##0" + (decimals > 0 ? "." + "0".repeat(decimals) : ""), value);
    }

    /** A percentage with one decimal and without its sign: {@code 83.3}. */
    public String percent(@Nullable Number value) {
        return figure(value, 1);
    }

    /** A change with its sign, one decimal or two: {@code +8.2}, {@code −15.38}, {@code 0.0}. */
    public String growth(@Nullable Number value) {
        if (value == null) {
            return MISSING;
        }
        String text = decimal("#,##0.0#", value);
        boolean rises = exact(value).setScale(2, RoundingMode.HALF_UP).signum() > 0;
        return rises ? "+" + text : text;
    }

    /** {@code 2026-11-09}. */
    public String date(@Nullable LocalDate day) {
        return day == null ? MISSING : DATE.format(day);
    }

    /** {@code 11-09} within this year, otherwise the whole date. */
    public String day(@Nullable LocalDate day) {
        if (day == null) {
            return MISSING;
        }
        return day.getYear() == LocalDate.now(clock).getYear() ? DAY.format(day) : DATE.format(day);
    }

    /** {@link #day} of an instant. */
    public String day(@Nullable Instant instant) {
        return instant == null ? MISSING : day(instant.atZone(clock.getZone()).toLocalDate());
    }

    /** A day somebody must act on, with its weekday: {@code 11-09（周一）}, {@code 11-09 (Mon)}. */
    public String dayToAct(@Nullable LocalDate day) {
        if (day == null) {
            return MISSING;
        }
        String weekday = day.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale());
        return text("format.dayToAct", day(day), weekday);
    }

    /** {@code 2026-11-05 15:20}. */
    public String dateTime(@Nullable Instant instant) {
        return instant == null ? MISSING : DATE_TIME.format(instant.atZone(clock.getZone()));
    }

    /** {@code 2026年10月}, {@code 2026年1–2月}; {@code Oct 2026}, {@code Jan–Feb 2026}. */
    public String period(@Nullable Period period) {
        if (period == null) {
            return MISSING;
        }
        return text("format.period", String.valueOf(period.year()), months(period));
    }

    /** The period without its year: {@code 10月}, {@code 1–2月}; {@code Oct}, {@code Jan–Feb}. */
    public String months(@Nullable Period period) {
        if (period == null) {
            return MISSING;
        }
        String last = period.month().getMonth().getDisplayName(TextStyle.SHORT, locale());
        return period.coversJanuary() ? text("format.firstMonths", last) : last;
    }

    /** Any argument of a message as text; whole numbers stay plain because they may be years. */
    String argument(@Nullable Object value) {
        if (value instanceof BigDecimal figure) {
            return figure(figure);
        }
        if (value instanceof LocalDate day) {
            return date(day);
        }
        if (value instanceof Instant instant) {
            return dateTime(instant);
        }
        if (value instanceof Period period) {
            return period(period);
        }
        if (value instanceof LocalName name) {
            return name.in(locale());
        }
        return value == null ? MISSING : value.toString();
    }

    private static String decimal(String pattern, Number value) {
        DecimalFormat format = new DecimalFormat(pattern, SYMBOLS);
        format.setRoundingMode(RoundingMode.HALF_UP);
        String text = format.format(exact(value));
        // what rounds to nothing has no sign
        return NOTHING.matcher(text).matches() ? text.substring(1) : text;
    }

    private static DecimalFormatSymbols symbols() {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setMinusSign('\u2212');
        return symbols;
    }

    private static BigDecimal exact(Number value) {
        return value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
    }

    // read directly: the message source writes its arguments with these formats
    private static String text(String key, String... arguments) {
        ResourceBundle texts = ResourceBundle.getBundle("messages/common", locale(), NO_FALLBACK);
        return MessageFormat.format(texts.getString(key), (Object[]) arguments);
    }

    private static Locale locale() {
        Locale locale = LocaleContextHolder.getLocale();
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }
}
