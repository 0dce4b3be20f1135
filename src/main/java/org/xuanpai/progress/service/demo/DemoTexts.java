package org.xuanpai.progress.service.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.xuanpai.exchange.Csv;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.platform.DemoFile;
import org.xuanpai.progress.check.Finding;
import org.xuanpai.progress.check.RuleKind;

/** The texts of the demo county's reports: a few of each kind, taken in turn so that neighbours differ. */
final class DemoTexts {

    private static final int STEP = 7;
    private static final int LAGGING_SHOWN = 3;

    /** Stands before the name of a part: of it: industrial investment. */
    private static final char OF_IT = '\uFF1A';

    private final Map<String, List<String>> texts = Csv.parse(DemoFile.text("reports.csv")).stream()
            .skip(1)
            .collect(Collectors.groupingBy(
                    row -> row.get(0), Collectors.mapping(row -> row.get(1), Collectors.toList())));

    String of(String kind, int township, int month) {
        List<String> ofKind = texts.getOrDefault(kind, List.of());
        return ofKind.get((township * STEP + month) % ofKind.size());
    }

    /** Why a figure is right at which a rule wonders: less than usual or more. */
    String why(Finding finding, int township, int month) {
        boolean less =
                finding.rule() == RuleKind.BELOW_LAST_MONTH || finding.parts().contains(0);
        return of(less ? "why-less" : "why-more", township, month);
    }

    /** A sentence for each of the first that lag behind, with a cause that fits its section. */
    String behind(List<IndicatorView> lagging, int township, int month) {
        return IntStream.range(0, Math.min(lagging.size(), LAGGING_SHOWN))
                .mapToObj(i -> behind(lagging.get(i), township, month + i))
                .collect(Collectors.joining("\n"));
    }

    private String behind(IndicatorView indicator, int township, int month) {
        String name = indicator.name(Locale.CHINESE);
        String plain = name.substring(name.indexOf(OF_IT) + 1);
        return of(indicator.section().name(), township, month).replace("{indicator}", plain);
    }
}
