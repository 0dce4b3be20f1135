package org.xuanpai.cockpit.service;

import java.util.Collection;
import java.util.List;
import org.xuanpai.progress.Light;

/**
 * One light for a whole report. The worst one decides, so that nothing that lags is hidden by what runs ahead: one indicator
 * behind makes it behind; only when all are ahead is it ahead; otherwise it is on pace. Indicators without a light, such as
 * those without a target, do not count; without any light there is none.
 */
final class OverallLight {

    private OverallLight() {}

    static Light of(Collection<Light> lights) {
        List<Light> known = lights.stream().filter(light -> light != Light.NONE).toList();
        if (known.isEmpty()) {
            return Light.NONE;
        }
        if (known.contains(Light.BEHIND)) {
            return Light.BEHIND;
        }
        return known.contains(Light.ON_PACE) ? Light.ON_PACE : Light.AHEAD;
    }
}
