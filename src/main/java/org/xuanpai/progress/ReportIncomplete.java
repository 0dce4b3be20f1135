package org.xuanpai.progress;

import java.util.List;
import org.xuanpai.shared.RuleViolation;

/** The report cannot be submitted as it is; says every missing part and every contradiction at once. */
public final class ReportIncomplete extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private final transient List<String> missing;
    private final transient List<LargerPart> larger;

    /**
     * Names what is wrong.
     *
     * @param missing fields: indicator codes and names of {@link ReportField}
     * @param larger parts that are larger than their whole
     */
    public ReportIncomplete(List<String> missing, List<LargerPart> larger) {
        super("progress.error.incomplete", missing.size() + larger.size());
        this.missing = List.copyOf(missing);
        this.larger = List.copyOf(larger);
    }

    public List<String> missing() {
        return missing;
    }

    public List<LargerPart> larger() {
        return larger;
    }
}
