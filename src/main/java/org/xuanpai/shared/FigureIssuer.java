package org.xuanpai.shared;

/** Who hands out figures for the townships of a county, month by month. A bureau's duty may name one: the right FIGURES. */
public enum FigureIssuer {
    /** The statistics bureau. */
    STATISTICS,
    /** The tax bureau. */
    TAX,
    /** The power company. */
    POWER;

    /** The message key of its name. */
    public String nameKey() {
        return "common.issuer." + this;
    }
}
