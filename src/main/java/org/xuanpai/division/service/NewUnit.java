package org.xuanpai.division.service;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xuanpai.division.DivisionLevel;
import org.xuanpai.shared.DivisionCode;

/**
 * A unit to be made by hand.
 *
 * @param level its level
 * @param code its code, of that level's length
 * @param name its name
 * @param parentCode the code of the unit above, in being; {@code null} for a province
 * @param validFrom its first day
 */
public record NewUnit(
        DivisionLevel level,
        DivisionCode code,
        String name,
        @Nullable DivisionCode parentCode,
        LocalDate validFrom) {}
