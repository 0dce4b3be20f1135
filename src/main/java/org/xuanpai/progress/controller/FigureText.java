package org.xuanpai.progress.controller;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.xuanpai.progress.service.ReportPage;

/** A stored figure as it stands in its field: plain digits, no more decimals than it has. */
final class FigureText {

    private FigureText() {}

    static String of(ReportPage.Line line) {
        BigDecimal typed = line.typed();
        if (typed == null) {
            return "";
        }
        BigDecimal plain = typed.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY).toPlainString() : plain.toPlainString();
    }
}
