package org.xuanpai.industry;

import java.util.UUID;

/** Whose targets a sheet holds: one township's for one year. */
public record TargetsOf(UUID township, int year) {}
