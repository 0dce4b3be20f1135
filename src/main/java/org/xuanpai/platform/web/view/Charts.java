package org.xuanpai.platform.web.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Coordinates of the small charts, {@code @chart} in the chart fragments; colours and words are the template's. */
@Component("chart")
class Charts {

    // a bullet bar is 84 wide for 0 to 120 %
    private static final double BULLET_WIDTH = 84;
    private static final double BULLET_TOP = 120;
    private static final double TASK = 100;

    // a sparkline is 80 by 26, with room for the last point's dot
    private static final double SPARK_LEFT = 2;
    private static final double SPARK_RIGHT = 74;
    private static final double SPARK_TOP = 4;
    private static final double SPARK_BOTTOM = 22;

    Charts() {}

    /** Completion and pace in percent of the yearly task; longer than the track is cut at its end. */
    public Bullet bullet(@Nullable Number completion, @Nullable Number pace) {
        return new Bullet(at(completion), pace == null ? null : at(pace), at(TASK));
    }

    /** A series from old to new; where a value is missing, the line is broken. */
    public Spark spark(List<? extends @Nullable Number> values) {
        double[] known = values.stream()
                .filter(Objects::nonNull)
                .mapToDouble(Number::doubleValue)
                .toArray();
        if (known.length == 0) {
            return new Spark(List.of(), null, null);
        }
        double low = Arrays.stream(known).min().orElse(0);
        double high = Arrays.stream(known).max().orElse(0);
        double step = values.size() > 1 ? (SPARK_RIGHT - SPARK_LEFT) / (values.size() - 1) : 0;
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        String lastX = null;
        String lastY = null;
        for (int i = 0; i < values.size(); i++) {
            Number value = values.get(i);
            if (value == null) {
                lines.add(line.toString());
                line.setLength(0);
                continue;
            }
            double share = high == low ? 0.5 : (value.doubleValue() - low) / (high - low);
            lastX = text(SPARK_LEFT + i * step);
            lastY = text(SPARK_BOTTOM - share * (SPARK_BOTTOM - SPARK_TOP));
            line.append(line.isEmpty() ? "" : " ").append(lastX).append(',').append(lastY);
        }
        lines.add(line.toString());
        return new Spark(lines.stream().filter(points -> points.contains(" ")).toList(), lastX, lastY);
    }

    private static String at(@Nullable Number percent) {
        double value = percent == null ? 0 : Math.max(0, Math.min(BULLET_TOP, percent.doubleValue()));
        return text(value / BULLET_TOP * BULLET_WIDTH);
    }

    private static String text(double coordinate) {
        return BigDecimal.valueOf(coordinate).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    /**
     * A bullet bar.
     *
     * @param bar width of the bar
     * @param pace place of the thick tick; {@code null} when there is no pace
     * @param task place of the thin tick
     */
    public record Bullet(String bar, @Nullable String pace, String task) {}

    /**
     * A sparkline.
     *
     * @param lines the points of each unbroken stretch
     * @param lastX place of the last known value; {@code null} when none is known
     * @param lastY its height
     */
    public record Spark(
            List<String> lines,
            @Nullable String lastX,
            @Nullable String lastY) {}
}
