package org.xuanpai.progress.check.repository;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.xuanpai.platform.ProposalRepository;
import org.xuanpai.progress.check.entity.RuleVersion;
import org.xuanpai.shared.Scope;

/** Rules of a county, proposed and confirmed; what is shipped with the installation is none of them. */
public interface RuleVersionRepository extends ProposalRepository<RuleVersion> {

    RuleVersion saveAndFlush(RuleVersion rule);

    @Query("select r from RuleVersion r where r.id = :id and r.countyId in :#{#scope.counties()}")
    Optional<RuleVersion> findById(Scope scope, UUID id);
}
