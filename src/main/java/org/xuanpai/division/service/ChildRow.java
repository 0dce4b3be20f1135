package org.xuanpai.division.service;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A unit in the list below another one.
 *
 * @param id the unit
 * @param code its code
 * @param name its name
 * @param validFrom its first day
 */
public record ChildRow(UUID id, String code, String name, LocalDate validFrom) {}
