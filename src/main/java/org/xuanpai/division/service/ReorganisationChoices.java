package org.xuanpai.division.service;

import java.util.List;

/**
 * What a form to change the land offers.
 *
 * @param unit the unit it starts from
 * @param siblings other units in being at the same place
 * @param children units below it
 */
public record ReorganisationChoices(UnitFacts unit, List<ChildRow> siblings, List<ChildRow> children) {}
