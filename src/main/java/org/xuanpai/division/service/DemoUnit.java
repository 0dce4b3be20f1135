package org.xuanpai.division.service;

import java.util.List;
import org.xuanpai.exchange.Csv;
import org.xuanpai.platform.DemoFile;

/**
 * A unit of the demo county.
 *
 * @param parent the code of the unit above; empty for the province
 * @param type {@code 1} for an industrial township, {@code 0} for another one, empty for units that have no type
 */
record DemoUnit(String code, String name, String parent, String type) {

    static List<DemoUnit> all() {
        return Csv.parse(DemoFile.text("land.csv")).stream()
                .skip(1)
                .map(row -> new DemoUnit(row.get(0), row.get(1), row.get(2), row.get(3)))
                .toList();
    }

    /** Why it has its type. */
    String typeReason() {
        return Csv.parse(DemoFile.text("types.csv")).stream()
                .filter(row -> row.get(0).equals(type))
                .findFirst()
                .orElseThrow()
                .get(1);
    }

    boolean isTownship() {
        return !type.isEmpty();
    }

    boolean isIndustrial() {
        return type.equals("1");
    }
}
