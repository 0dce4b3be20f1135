package org.xuanpai.progress.repository;

import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.xuanpai.progress.entity.ReportReview;

/** Judgements of copies; written once. */
public interface ReportReviewRepository extends Repository<ReportReview, UUID> {

    ReportReview save(ReportReview review);

    /** Whether whoever acts handed in a copy of the report, typed a field of it or confirmed the own part. */
    @Query(nativeQuery = true, value = "select took_part(:report)")
    boolean tookPart(UUID report);
}
