package org.xuanpai.industry.issue.service;

/** What a sheet changes: figures that were not there, figures that are different now, figures that stay. */
public record IssueCounts(int fresh, int changed, int unchanged) {}
