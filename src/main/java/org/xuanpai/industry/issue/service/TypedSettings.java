package org.xuanpai.industry.issue.service;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.TypedValue;
import org.xuanpai.shared.Period;

/**
 * Which value of each flow is typed in a county.
 *
 * @param rows the flows in the order of the form, each as it is set in the latest month
 * @param months months a proposal may begin with
 */
public record TypedSettings(List<Row> rows, List<Period> months) {

    /** A flow with its settings, the latest first. */
    public record Row(IndicatorView indicator, List<Setting> settings) {

        /** What waits for a second person; {@code null} for nothing. */
        public @Nullable Setting proposal() {
            return settings.stream()
                    .filter(setting -> setting.confirmedAt() == null)
                    .findFirst()
                    .orElse(null);
        }

        public List<Setting> confirmed() {
            return settings.stream()
                    .filter(setting -> setting.confirmedAt() != null)
                    .toList();
        }

        /** The value that is not typed after the last confirmed setting. */
        public TypedValue other() {
            TypedValue last = confirmed().isEmpty()
                    ? indicator.typed()
                    : confirmed().get(0).typed();
            return last == TypedValue.MONTH ? TypedValue.CUMULATIVE : TypedValue.MONTH;
        }
    }

    /**
     * A setting.
     *
     * @param own whether the reader proposed it, who then cannot confirm it
     * @param confirmedByName {@code null} while it waits
     */
    public record Setting(
            UUID id,
            TypedValue typed,
            Period from,
            String proposedByName,
            Instant proposedAt,
            boolean own,
            @Nullable String confirmedByName,
            @Nullable Instant confirmedAt) {}
}
