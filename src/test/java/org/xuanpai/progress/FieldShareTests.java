package org.xuanpai.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xuanpai.industry.FigureSource;
import org.xuanpai.industry.IndicatorKind;
import org.xuanpai.industry.IndicatorSection;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.TypedValue;
import org.xuanpai.shared.FigureIssuer;

/** Decision 0017, field by field. */
class FieldShareTests {

    private static final BigDecimal SOME = BigDecimal.TEN;

    /** Cumulative typed; month, last year and target come along: 1 of 4. */
    @Test
    void ofATypedFlowOneFieldIsTyped() {
        assertThat(FieldShare.of(flow(FigureSource.TOWNSHIP), true, SOME, SOME, SOME, SOME))
                .isEqualTo(new FieldShare(1, 3));
    }

    @Test
    void anIssuedFlowIsCarriedAsAWhole() {
        assertThat(FieldShare.of(flow(FigureSource.COUNTY), false, SOME, SOME, SOME, null))
                .isEqualTo(new FieldShare(0, 3));
    }

    @Test
    void whatIsEmptyOrNotKeptCountsNowhere() {
        assertThat(FieldShare.of(flow(FigureSource.TOWNSHIP), false, null, null, null, null))
                .isEqualTo(FieldShare.NOTHING);
        assertThat(FieldShare.of(flow(FigureSource.ENTERPRISES), false, null, null, SOME, SOME))
                .isEqualTo(FieldShare.NOTHING);
    }

    @Test
    void textsAreTypedWhereTheyAreWritten() {
        assertThat(FieldShare.ofTexts("8", "\u63a5\u901a\u7535", " ", "")).isEqualTo(new FieldShare(2, 0));
    }

    /** 9 typed of 41: 32 carried, 78.0 %, as in the picture of the form. */
    @Test
    void theShareIsOfTheFieldsWithContent() {
        assertThat(new FieldShare(9, 32).percent()).isEqualByComparingTo("78.0");
        assertThat(FieldShare.NOTHING.percent()).isNull();
    }

    private static IndicatorView flow(FigureSource source) {
        @Nullable FigureIssuer issuer = source == FigureSource.COUNTY ? FigureIssuer.TAX : null;
        return new IndicatorView(
                "one",
                "one",
                "one",
                "",
                "",
                IndicatorSection.OUTPUT,
                IndicatorKind.FLOW,
                TypedValue.CUMULATIVE,
                2,
                false,
                null,
                null,
                source,
                "",
                "",
                false,
                issuer);
    }
}
