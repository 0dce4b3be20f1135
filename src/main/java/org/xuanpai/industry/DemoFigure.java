package org.xuanpai.industry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xuanpai.exchange.Csv;
import org.xuanpai.platform.DemoFile;

/**
 * One indicator of one township of the demo county over five years: what was asked for and what was reached. Targets and
 * reports both come from here, so that a baseline is what the reports of the year before add up to.
 *
 * @param township 1 to 8, in the order of the codes
 * @param years from the latest one backwards
 */
public record DemoFigure(int township, String indicatorCode, List<Year> years) {

    private static final int FIRST_YEAR = 2;

    public static List<DemoFigure> all() {
        return Csv.parse(DemoFile.text("figures.csv")).stream()
                .skip(1)
                .map(row -> new DemoFigure(Integer.parseInt(row.get(0)), row.get(1), years(row)))
                .toList();
    }

    /** In the file the earliest year stands first, with what was reached only. */
    private static List<Year> years(List<String> row) {
        List<Year> years = new ArrayList<>();
        years.add(new Year(null, new BigDecimal(row.get(FIRST_YEAR))));
        for (int column = FIRST_YEAR + 1; column < row.size(); column += 2) {
            BigDecimal target = Stream.of(row.get(column))
                    .filter(text -> !text.isEmpty())
                    .map(BigDecimal::new)
                    .findFirst()
                    .orElse(null);
            years.add(0, new Year(target, new BigDecimal(row.get(column + 1))));
        }
        return List.copyOf(years);
    }

    /** @param back 0 for the latest year */
    public Year year(int back) {
        return years.get(back);
    }

    /**
     * A year as a whole.
     *
     * @param target {@code null} where the county asks for nothing
     * @param reached in the latest year what will be reached if all goes on as it does
     */
    public record Year(@Nullable BigDecimal target, BigDecimal reached) {}
}
