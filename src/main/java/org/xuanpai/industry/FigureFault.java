package org.xuanpai.industry;

/** Why a figure cannot be one of its indicator; see {@link IndicatorView#fault}. */
public enum FigureFault {
    /** Below zero where nothing can be. */
    NEGATIVE("negative"),
    /** A trillion units or more: a typing error, and more than the column holds. */
    TOO_LARGE("tooLarge"),
    /** More digits after the point than the indicator has. */
    DECIMALS("decimals");

    private final String word;

    FigureFault(String word) {
        this.word = word;
    }

    /** How message keys name it. */
    public String word() {
        return word;
    }
}
