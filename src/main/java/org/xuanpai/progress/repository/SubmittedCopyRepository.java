package org.xuanpai.progress.repository;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.xuanpai.progress.entity.SubmittedCopy;
import org.xuanpai.shared.Scope;

/** Frozen copies of a scope. */
public interface SubmittedCopyRepository extends Repository<SubmittedCopy, UUID> {

    SubmittedCopy saveAndFlush(SubmittedCopy copy);

    @Query("""
            select c from SubmittedCopy c
            where c.reportId = :report and c.number = :number
              and (c.countyId in :#{#scope.counties()} or c.townshipId in :#{#scope.townships()})
            """)
    Optional<SubmittedCopy> find(Scope scope, UUID report, int number);
}
