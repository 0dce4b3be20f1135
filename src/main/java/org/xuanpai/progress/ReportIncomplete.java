package org.xuanpai.progress;

import java.util.List;
import org.xuanpai.progress.check.Findings;
import org.xuanpai.shared.Slip;

/** The report cannot be submitted as it is; says every missing part and everything the checks found at once. */
public final class ReportIncomplete extends Slip {

    private static final long serialVersionUID = 1L;

    private final transient List<String> missing;
    private final transient Findings findings;

    /**
     * Names what is wrong.
     *
     * @param missing fields: indicator codes and names of {@link ReportField}
     * @param findings of the checks, some of which block or wait for a reason
     */
    public ReportIncomplete(List<String> missing, Findings findings) {
        super("progress.error.incomplete", missing.size() + findings.open().size());
        this.missing = List.copyOf(missing);
        this.findings = findings;
    }

    public List<String> missing() {
        return missing;
    }

    public Findings findings() {
        return findings;
    }
}
