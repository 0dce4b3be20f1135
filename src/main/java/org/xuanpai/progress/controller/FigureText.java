package org.xuanpai.progress.controller;

import java.math.BigDecimal;
import org.xuanpai.progress.service.ReportPage;

/** A stored figure as it stands in its field. */
final class FigureText {

    private FigureText() {}

    static String of(ReportPage.Line line) {
        BigDecimal typed = line.typed();
        return typed == null ? "" : line.indicator().written(typed);
    }
}
