package org.xuanpai.progress.entity;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** One written field of a report; it carries the ids that row-level security asks for. */
@Embeddable
record ReportText(UUID countyId, UUID townshipId, String text) {}
