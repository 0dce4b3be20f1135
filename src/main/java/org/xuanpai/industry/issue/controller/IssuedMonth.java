package org.xuanpai.industry.issue.controller;

import java.util.Arrays;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Period;

/** The issuer and the month in an address. */
record IssuedMonth(FigureIssuer issuer, Period period) {

    /** @throws NotFound for anything else */
    static IssuedMonth of(String issuer, String month) {
        FigureIssuer known = Arrays.stream(FigureIssuer.values())
                .filter(one -> one.name().equals(issuer))
                .findFirst()
                .orElseThrow(NotFound::new);
        return new IssuedMonth(known, Period.parse(month).orElseThrow(NotFound::new));
    }

    String path() {
        return "/industry/issued/" + issuer + "/" + period;
    }
}
