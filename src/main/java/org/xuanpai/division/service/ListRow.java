package org.xuanpai.division.service;

import org.jspecify.annotations.Nullable;

/**
 * A row of the published list.
 *
 * @param line where it begins in its file, the head being line 1
 * @param code the unit's code
 * @param name the unit's name, as published
 * @param parentCode the code of the unit above; {@code null} for a province
 */
record ListRow(int line, String code, String name, @Nullable String parentCode) {}
