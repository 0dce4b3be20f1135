package org.xuanpai.cockpit.service;

import java.util.List;
import org.xuanpai.progress.Light;
import org.xuanpai.shared.Period;

/** A township's year in lights, from old to new. */
public record HeatRow(TownshipLine township, List<Cell> cells) {

    /**
     * A month.
     *
     * @param due whether a report is asked for at all
     * @param reported whether one was handed in
     * @param path where it is read
     */
    public record Cell(Period period, boolean due, boolean reported, Light light, String path) {

        /** The word of the status fragment; {@code off} for a month that is not due. */
        public String kind() {
            return due ? light.kind() : "off";
        }

        /** Message key of what the shape says. */
        public String key() {
            if (!due) {
                return "cockpit.heat.notDue";
            }
            return reported && light == Light.NONE ? "cockpit.heat.noTarget" : "common.light." + kind();
        }
    }
}
