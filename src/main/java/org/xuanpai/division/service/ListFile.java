package org.xuanpai.division.service;

import java.util.List;
import java.util.Locale;
import org.xuanpai.division.DivisionLevel;

/** The five files of the published list with their columns. The third column, where there is one, is the parent's code. */
public enum ListFile {
    /** 省级. */
    PROVINCES(DivisionLevel.PROVINCE, "code", "name"),
    /** 地级. */
    CITIES(DivisionLevel.CITY, "code", "name", "provinceCode"),
    /** 县级. */
    AREAS(DivisionLevel.COUNTY, "code", "name", "cityCode", "provinceCode"),
    /** 乡级. */
    STREETS(DivisionLevel.TOWNSHIP, "code", "name", "areaCode", "provinceCode", "cityCode"),
    /** 村级. */
    VILLAGES(DivisionLevel.VILLAGE, "code", "name", "streetCode", "provinceCode", "cityCode", "areaCode");

    private final DivisionLevel level;
    private final List<String> columns;

    ListFile(DivisionLevel level, String... columns) {
        this.level = level;
        this.columns = List.of(columns);
    }

    /** The word for it in figures: {@code villages}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The file's name: {@code villages.csv}. */
    public String fileName() {
        return word() + ".csv";
    }

    DivisionLevel level() {
        return level;
    }

    List<String> columns() {
        return columns;
    }

    boolean hasParent() {
        return columns.size() > 2;
    }

    DivisionLevel parentLevel() {
        return DivisionLevel.values()[level.ordinal() - 1];
    }
}
