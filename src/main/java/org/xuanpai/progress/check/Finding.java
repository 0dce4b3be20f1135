package org.xuanpai.progress.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.shared.Severity;

/**
 * What a rule found at a field. Its text is written once: the page, the refusal of a submission and the answer to a keystroke
 * take the same message with the same arguments.
 *
 * @param field where it stands: an indicator's code, or a part of the report
 * @param others other fields it is about
 * @param key message key of the text
 * @param parts arguments of the message; an indicator stands for its name in the reader's language
 */
public record Finding(
        RuleKind rule, Severity severity, String field, List<String> others, String key, List<Object> parts) {

    public Finding {
        others = List.copyOf(others);
        parts = List.copyOf(parts);
    }

    static Finding of(CheckRule rule, IndicatorView indicator, String key, Object... parts) {
        return new Finding(rule.kind(), rule.severity(), indicator.code(), List.of(), key, Arrays.asList(parts));
    }

    Finding about(String other) {
        return new Finding(rule, severity, field, List.of(other), key, parts);
    }

    /** The same, asking for a reason where it would block. */
    Finding forAReason() {
        return isBlocking() ? new Finding(rule, Severity.REASON, field, others, key, parts) : this;
    }

    /** The same, worth knowing where another finding at the field already asks for the reason. */
    Finding withoutReason() {
        return needsReason() ? new Finding(rule, Severity.HINT, field, others, key, parts) : this;
    }

    /** The arguments of the message for a reader. */
    public Object[] arguments(Locale locale) {
        return parts.stream()
                .map(part -> part instanceof IndicatorView indicator ? indicator.title(locale) : part)
                .toArray();
    }

    public boolean isBlocking() {
        return severity == Severity.BLOCK;
    }

    public boolean needsReason() {
        return severity == Severity.REASON;
    }

    /** What a reason for it is kept under. */
    public ReasonKey reasonKey() {
        return new ReasonKey(field, rule);
    }

    /** The word of the status fragment. */
    public String severityKind() {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
