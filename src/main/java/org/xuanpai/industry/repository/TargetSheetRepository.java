package org.xuanpai.industry.repository;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.xuanpai.industry.entity.TargetSheet;
import org.xuanpai.platform.ProposalRepository;
import org.xuanpai.shared.Scope;

/** Target sheets of a scope. */
public interface TargetSheetRepository extends ProposalRepository<TargetSheet> {

    TargetSheet saveAndFlush(TargetSheet sheet);

    @Query("""
            select s from TargetSheet s
            where s.id = :id and (s.countyId in :#{#scope.counties()} or s.townshipId in :#{#scope.townships()})""")
    Optional<TargetSheet> findById(Scope scope, UUID id);

    /** The proposal nobody has confirmed or withdrawn yet. */
    @Query("""
            select s from TargetSheet s
            where s.townshipId = :township and s.year = :year
              and s.proposal.confirmation.confirmedAt is null and s.proposal.withdrawnAt is null
              and (s.countyId in :#{#scope.counties()} or s.townshipId in :#{#scope.townships()})""")
    Optional<TargetSheet> findOpen(Scope scope, UUID township, int year);
}
