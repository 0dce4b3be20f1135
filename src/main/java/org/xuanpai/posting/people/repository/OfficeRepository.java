package org.xuanpai.posting.people.repository;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.xuanpai.platform.ProposalRepository;
import org.xuanpai.posting.people.entity.Office;
import org.xuanpai.shared.Scope;

/** Offices of a scope's counties, proposed and confirmed. */
public interface OfficeRepository extends ProposalRepository<Office> {

    Office saveAndFlush(Office office);

    @Query("select o from Office o where o.id = :id and o.personId = :person and o.countyId in :#{#scope.counties()}")
    Optional<Office> findById(Scope scope, UUID person, UUID id);
}
