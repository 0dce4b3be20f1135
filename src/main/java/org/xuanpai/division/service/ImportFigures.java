package org.xuanpai.division.service;

import java.util.Map;

/**
 * What an import did. Added, renamed, unchanged and kept add up to the units read.
 *
 * @param read units taken from each file
 * @param added units that were new
 * @param renamed units that took over a newer name
 * @param unchanged units that were there already
 * @param keptLocal units where the list says otherwise than somebody here, who was kept
 * @param sha256 content hash of the list
 */
public record ImportFigures(
        Map<ListFile, Long> read, long added, long renamed, long unchanged, long keptLocal, String sha256) {}
