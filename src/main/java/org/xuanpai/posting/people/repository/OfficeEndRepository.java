package org.xuanpai.posting.people.repository;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.xuanpai.platform.ProposalRepository;
import org.xuanpai.posting.people.entity.OfficeEnd;
import org.xuanpai.shared.Scope;

/** Ends of offices of a scope's counties, proposed and confirmed. */
public interface OfficeEndRepository extends ProposalRepository<OfficeEnd> {

    OfficeEnd saveAndFlush(OfficeEnd end);

    @Query(
            "select e from OfficeEnd e where e.id = :id and e.officeId = :office and e.countyId in :#{#scope.counties()}")
    Optional<OfficeEnd> findById(Scope scope, UUID office, UUID id);
}
