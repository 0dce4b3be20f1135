package org.xuanpai.division;

/** The level of a unit, from the top down; each level has a code of its own length (domain-rules §10). */
public enum DivisionLevel {
    /** 省: 2 digits. */
    PROVINCE(2),
    /** 市: 4 digits; also the pseudo cities the list puts above districts and directly governed counties. */
    CITY(4),
    /** 县: 6 digits; also a district or a county-level city. */
    COUNTY(6),
    /** 乡镇: 9 digits; also a street office. */
    TOWNSHIP(9),
    /** 村: 12 digits; also a residents' committee. */
    VILLAGE(12);

    private final int codeLength;

    DivisionLevel(int codeLength) {
        this.codeLength = codeLength;
    }

    /** How many digits a code of this level has. */
    public int codeLength() {
        return codeLength;
    }

    /** Whether the text is a code of this level. */
    public boolean fits(String code) {
        return code.length() == codeLength && code.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether a unit of this level hangs directly below one of the other. */
    public boolean isDirectlyBelow(DivisionLevel other) {
        return ordinal() == other.ordinal() + 1;
    }
}
