package org.xuanpai.division;

import java.util.UUID;

/**
 * A township, as other features see it.
 *
 * @param id the id that stays when code or name change
 * @param code nine digits
 * @param name the name on the day asked for
 * @param countyId its county
 * @param countyName the county's name
 */
public record TownshipView(UUID id, String code, String name, UUID countyId, String countyName) {}
