package org.xuanpai.industry;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.LocalName;

/**
 * An indicator of the monthly report (domain-rules §7).
 *
 * @param code stable short name, such as {@code fixed_investment}
 * @param decimals digits after the point that are typed and shown
 * @param partOf code of the indicator it is a part of; {@code null} for none
 * @param issuer who issues it where the county does; {@code null} for others
 * @param growthCode code of the rate that is its growth where growth is entered, not derived; {@code null} for none
 */
public record IndicatorView(
        String code,
        String name,
        String nameEn,
        String unit,
        String unitEn,
        IndicatorSection section,
        IndicatorKind kind,
        TypedValue typed,
        int decimals,
        boolean mayBeNegative,
        @Nullable String partOf,
        @Nullable String growthCode,
        FigureSource source,
        String sourceName,
        String sourceNameEn,
        boolean onCockpit,
        @Nullable FigureIssuer issuer) {

    private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(12);

    /** What is wrong with a figure of this indicator, typed by a township or set as its target; empty when all is well. */
    public Optional<FigureFault> fault(BigDecimal figure) {
        if (figure.signum() < 0 && !mayBeNegative) {
            return Optional.of(FigureFault.NEGATIVE);
        }
        if (figure.abs().compareTo(TOO_LARGE) >= 0) {
            return Optional.of(FigureFault.TOO_LARGE);
        }
        return figure.stripTrailingZeros().scale() > decimals ? Optional.of(FigureFault.DECIMALS) : Optional.empty();
    }

    /**
     * A figure as it stands in a field to be typed: thousands separated, as many decimals as the indicator has, the minus of the
     * pages; one with more decimals keeps them, so that its field can say so.
     */
    public String written(BigDecimal figure) {
        int shown = Math.max(decimals, figure.stripTrailingZeros().scale());
        return String.format(Locale.ROOT, "%,." + shown + "f", figure).replace('-', '\u2212');
    }

    /** The name in the reader's language. */
    public String name(Locale locale) {
        return isEnglish(locale) ? nameEn : name;
    }

    /** The name by itself, without the words that say it is a part: 工业投资 of 其中：工业投资. */
    public String plainName(Locale locale) {
        return isPart() ? name(locale).replaceFirst("^[^\uFF1A:]*[\uFF1A:]\\s*", "") : name(locale);
    }

    /** The plain name as it stands by itself, as a head or a label. */
    public String title(Locale locale) {
        String plain = plainName(locale);
        return plain.substring(0, 1).toUpperCase(locale) + plain.substring(1);
    }

    /** The title for whoever will read it. */
    public LocalName localTitle() {
        return new LocalName(title(Locale.SIMPLIFIED_CHINESE), title(Locale.ENGLISH));
    }

    /** The unit in the reader's language. */
    public String unit(Locale locale) {
        return isEnglish(locale) ? unitEn : unit;
    }

    /** Who issues the figure, in the reader's language; empty for the township's own. */
    public String sourceName(Locale locale) {
        return isEnglish(locale) ? sourceNameEn : sourceName;
    }

    /** Whether townships type it; others are issued by the county or counted from enterprises. */
    public boolean isTyped() {
        return source == FigureSource.TOWNSHIP;
    }

    /** Whether the county issues it. */
    public boolean isIssued() {
        return source == FigureSource.COUNTY;
    }

    /** Whether it will be counted from enterprises, of which there is no record yet. */
    public boolean isNotKept() {
        return source == FigureSource.ENTERPRISES;
    }

    public boolean isFlow() {
        return kind == IndicatorKind.FLOW;
    }

    /**
     * What stands for a month when years are compared: the value since 1 January of a flow, which is never replaced by a month's,
     * otherwise the value.
     */
    public @Nullable BigDecimal ofTheYear(@Nullable BigDecimal value, @Nullable BigDecimal cumulative) {
        return isFlow() ? cumulative : value;
    }

    public boolean isPart() {
        return partOf != null;
    }

    public Optional<String> enteredGrowth() {
        return Optional.ofNullable(growthCode);
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals("en");
    }
}
