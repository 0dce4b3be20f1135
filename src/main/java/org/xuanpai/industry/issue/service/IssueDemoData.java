package org.xuanpai.industry.issue.service;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.TownshipView;
import org.xuanpai.exchange.Csv;
import org.xuanpai.industry.DemoFigures;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.industry.issue.IssueWay;
import org.xuanpai.platform.DemoDiary;
import org.xuanpai.platform.DemoFile;
import org.xuanpai.platform.DemoPart;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.Period;

/**
 * What the demo county issued: one sheet a month and issuer, in the first days of the month after. Once a township objected and
 * got another figure; its objection of the latest month still waits.
 */
@Component
@ConditionalOnBooleanProperty("xuanpai.demo")
class IssueDemoData implements DemoPart {

    private static final String OBJECTED = "power_use";
    private static final BigDecimal MISTAKE = new BigDecimal("0.91");
    private static final int CORRECTED_BACK = 2;

    private final IssueService service;
    private final ObjectionService objections;
    private final Indicators indicators;
    private final Divisions divisions;
    private final Map<String, String> texts = new HashMap<>();

    IssueDemoData(IssueService service, ObjectionService objections, Indicators indicators, Divisions divisions) {
        this.service = service;
        this.objections = objections;
        this.indicators = indicators;
        this.divisions = divisions;
    }

    @Override
    public void plan(DemoDiary diary) {
        Csv.parse(DemoFile.text("objections.csv")).forEach(row -> texts.put(row.get(0), row.get(1)));
        List<Period> periods = diary.periods();
        Period latest = periods.get(periods.size() - 1);
        Period corrected = periods.get(periods.size() - 1 - CORRECTED_BACK);
        DemoFigures figures = new DemoFigures(latest.year());
        for (Period period : periods) {
            List<IndicatorView> asked = indicators.askedIn(period);
            LocalDateTime day = period.lastDay().plusDays(2).atTime(8, 30);
            boolean mistaken = period.equals(corrected);
            plan(
                    diary,
                    day,
                    "bureau1",
                    FigureIssuer.STATISTICS,
                    period,
                    user -> figuresOf(user, figures, FigureIssuer.STATISTICS, period, asked));
            plan(
                    diary,
                    day.plusMinutes(20),
                    "organizer1",
                    FigureIssuer.TAX,
                    period,
                    user -> figuresOf(user, figures, FigureIssuer.TAX, period, asked));
            plan(
                    diary,
                    day.plusMinutes(40),
                    "organizer1",
                    FigureIssuer.POWER,
                    period,
                    user -> power(user, figures, period, asked, mistaken));
        }
        correct(diary, figures, corrected);
        object(diary, latest, "open", latest.lastDay().plusDays(3).atTime(9, 20));
    }

    private void correct(DemoDiary diary, DemoFigures figures, Period period) {
        LocalDateTime day = period.lastDay().plusDays(3).atTime(9, 10);
        object(diary, period, "corrected", day);
        List<IndicatorView> asked = indicators.askedIn(period);
        diary.write(
                day.plusHours(6),
                "organizer2",
                user -> service.issue(
                        user,
                        new IssueSheet(
                                        FigureIssuer.POWER,
                                        period,
                                        1,
                                        IssueWay.TYPED,
                                        "",
                                        power(user, figures, period, asked, false))
                                .lookedAt(lookedAt())));
    }

    /** The clerk of the second township objects to the month's power use. */
    private void object(DemoDiary diary, Period period, String text, LocalDateTime at) {
        diary.write(
                diary.notAfterPresent(at),
                "clerk2",
                clerk -> objections.object(
                        clerk,
                        clerk.scope().townships().iterator().next(),
                        FigureIssuer.POWER,
                        period,
                        OBJECTED,
                        String.valueOf(texts.get(text))));
    }

    private void plan(
            DemoDiary diary,
            LocalDateTime at,
            String who,
            FigureIssuer issuer,
            Period period,
            Function<CurrentUser, Map<UUID, Map<String, BigDecimal>>> figures) {
        diary.write(
                diary.notAfterPresent(at),
                who,
                user -> service.issue(
                        user,
                        new IssueSheet(issuer, period, 0, IssueWay.PASTED, "", figures.apply(user))
                                .lookedAt(lookedAt())));
    }

    /** Kept with the sheets at which the checks wonder. */
    private String lookedAt() {
        return String.valueOf(texts.get("looked"));
    }

    private Map<UUID, Map<String, BigDecimal>> figuresOf(
            CurrentUser user, DemoFigures figures, FigureIssuer issuer, Period period, List<IndicatorView> asked) {
        List<TownshipView> townships =
                divisions.industrialTownships(IssuerAccess.of(user).rows(), period.lastDay());
        Map<UUID, Map<String, BigDecimal>> sheet = new HashMap<>();
        for (int i = 0; i < townships.size(); i++) {
            Map<String, BigDecimal> all = figures.values(i + 1, period, asked);
            Map<String, BigDecimal> own = new HashMap<>();
            asked.stream()
                    .filter(indicator -> indicator.issuer() == issuer)
                    .forEach(indicator -> own.put(indicator.code(), all.get(indicator.code())));
            sheet.put(townships.get(i).id(), own);
        }
        return sheet;
    }

    private Map<UUID, Map<String, BigDecimal>> power(
            CurrentUser user, DemoFigures figures, Period period, List<IndicatorView> asked, boolean mistaken) {
        Map<UUID, Map<String, BigDecimal>> sheet = figuresOf(user, figures, FigureIssuer.POWER, period, asked);
        if (mistaken) {
            UUID second = divisions
                    .industrialTownships(IssuerAccess.of(user).rows(), period.lastDay())
                    .get(1)
                    .id();
            Objects.requireNonNull(sheet.get(second))
                    .computeIfPresent(
                            OBJECTED,
                            (code, value) -> value.multiply(MISTAKE).setScale(2, java.math.RoundingMode.HALF_UP));
        }
        return sheet;
    }
}
