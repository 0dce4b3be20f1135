package org.xuanpai.platform.web.form;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.text.ParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.format.Formatter;
import org.springframework.stereotype.Component;

/**
 * A figure as it is typed: thousands may be separated, digits may be full-width, a minus may be −. At most 15 digits before
 * and 6 after the point and no exponent, so that nobody makes the server compute with a billion digits.
 */
@Component
class TypedFigure implements Formatter<BigDecimal> {

    private static final Pattern SHAPE = Pattern.compile("[-+]?(\\d{1,15}|\\d{1,3}(,\\d{3}){1,4})(\\.\\d{1,6})?");

    @Override
    public BigDecimal parse(String typed, Locale locale) throws ParseException {
        // NFKC turns full-width digits, comma and point into plain ones
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().replace('\u2212', '-');
        if (!SHAPE.matcher(text).matches()) {
            throw new ParseException(typed, 0);
        }
        return new BigDecimal(text.replace(",", ""));
    }

    @Override
    public String print(BigDecimal figure, Locale locale) {
        return figure.toPlainString();
    }
}
