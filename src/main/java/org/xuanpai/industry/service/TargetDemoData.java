package org.xuanpai.industry.service;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.TownshipView;
import org.xuanpai.industry.DemoFigure;
import org.xuanpai.industry.TargetLine;
import org.xuanpai.platform.DemoDiary;
import org.xuanpai.platform.DemoPart;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;

/** The yearly targets of the demo county, set every February before the year's first report. */
@Component
@ConditionalOnBooleanProperty("xuanpai.demo")
class TargetDemoData implements DemoPart {

    private final TargetService targets;
    private final Divisions divisions;

    TargetDemoData(TargetService targets, Divisions divisions) {
        this.targets = targets;
        this.divisions = divisions;
    }

    @Override
    public void plan(DemoDiary diary) {
        List<DemoFigure> figures = DemoFigure.all();
        List<Integer> years =
                diary.periods().stream().map(Period::year).distinct().toList();
        for (int year : years) {
            int back = years.get(years.size() - 1) - year;
            LocalDateTime meeting = LocalDate.of(year, 2, 26).atTime(10, 0);
            List<UUID> proposed = new ArrayList<>();
            diary.write(meeting, "organizer1", user -> proposed.addAll(propose(user, year, back, figures)));
            diary.write(
                    meeting.plusDays(1), "organizer2", user -> proposed.forEach(sheet -> targets.confirm(user, sheet)));
        }
    }

    private List<UUID> propose(CurrentUser user, int year, int back, List<DemoFigure> figures) {
        List<TownshipView> townships = divisions.industrialTownships(user.scope(), LocalDate.of(year, 12, 31));
        List<UUID> sheets = new ArrayList<>();
        for (int i = 0; i < townships.size(); i++) {
            int number = i + 1;
            List<TargetLine> lines = figures.stream()
                    .filter(figure ->
                            figure.township() == number && figure.year(back).target() != null)
                    .map(figure -> line(figure, back))
                    .toList();
            sheets.add(targets.propose(user, townships.get(i).id(), year, lines));
        }
        return sheets;
    }

    private static TargetLine line(DemoFigure figure, int back) {
        return new TargetLine(
                figure.indicatorCode(),
                Objects.requireNonNull(figure.year(back).target()),
                figure.year(back + 1).reached());
    }
}
