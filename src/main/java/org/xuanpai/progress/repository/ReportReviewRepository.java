package org.xuanpai.progress.repository;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import org.xuanpai.progress.entity.ReportReview;

/** Judgements of copies; written once. */
public interface ReportReviewRepository extends Repository<ReportReview, UUID> {

    ReportReview save(ReportReview review);
}
