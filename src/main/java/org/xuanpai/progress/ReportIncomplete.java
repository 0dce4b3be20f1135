package org.xuanpai.progress;

import java.util.List;
import org.xuanpai.shared.RuleViolation;

/** The report lacks something it cannot be submitted without; says every missing part at once. */
public final class ReportIncomplete extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private final transient List<String> missing;

    /** @param missing fields: indicator codes and names of {@link ReportField} */
    public ReportIncomplete(List<String> missing) {
        super("progress.error.incomplete", missing.size());
        this.missing = List.copyOf(missing);
    }

    public List<String> missing() {
        return missing;
    }
}
