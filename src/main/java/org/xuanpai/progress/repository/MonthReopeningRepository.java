package org.xuanpai.progress.repository;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.xuanpai.platform.ProposalRepository;
import org.xuanpai.progress.entity.MonthReopening;
import org.xuanpai.shared.Scope;

/** Reopenings of locked months. */
public interface MonthReopeningRepository extends ProposalRepository<MonthReopening> {

    MonthReopening saveAndFlush(MonthReopening reopening);

    @Query("select o from MonthReopening o where o.id = :id and o.countyId in :#{#scope.counties()}")
    Optional<MonthReopening> findById(Scope scope, UUID id);
}
