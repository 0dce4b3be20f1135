package org.xuanpai.progress.service;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.xuanpai.exchange.Csv;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.platform.DemoFile;

/** The texts of the demo county's reports: a few of each kind, taken in turn so that neighbours differ. */
final class DemoTexts {

    private static final int STEP = 7;
    private static final int LAGGING_SHOWN = 3;

    private final Map<String, List<String>> texts = Csv.parse(DemoFile.text("reports.csv")).stream()
            .skip(1)
            .collect(Collectors.groupingBy(
                    row -> row.get(0), Collectors.mapping(row -> row.get(1), Collectors.toList())));

    String of(String kind, int township, int month) {
        List<String> ofKind = texts.getOrDefault(kind, List.of());
        return ofKind.get((township * STEP + month) % ofKind.size());
    }

    /** A sentence for each of the first that lag behind. */
    String behind(List<IndicatorView> lagging, int township, int month) {
        return IntStream.range(0, Math.min(lagging.size(), LAGGING_SHOWN))
                .mapToObj(i -> of("behind", township, month + i)
                        .replace("{indicator}", lagging.get(i).name(Locale.CHINESE)))
                .collect(Collectors.joining("\n"));
    }
}
