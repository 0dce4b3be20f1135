package org.xuanpai.progress.controller;

import java.math.BigDecimal;
import java.util.Locale;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.progress.service.ReportPage;

/** A stored figure as it stands in its field and in messages: thousands separated, as many decimals as its indicator has. */
final class FigureText {

    private FigureText() {}

    static String of(ReportPage.Line line) {
        BigDecimal typed = line.typed();
        return typed == null ? "" : of(line.indicator(), typed);
    }

    static String of(IndicatorView indicator, BigDecimal value) {
        return String.format(Locale.ROOT, "%,." + indicator.decimals() + "f", value)
                .replace('-', '\u2212');
    }
}
