package org.xuanpai.posting.people.repository;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.xuanpai.platform.ProposalRepository;
import org.xuanpai.posting.people.entity.Assignment;
import org.xuanpai.shared.Scope;

/** Liaisons and secondments of a scope's counties, entered and confirmed. */
public interface AssignmentRepository extends ProposalRepository<Assignment> {

    Assignment saveAndFlush(Assignment assignment);

    @Query(
            "select a from Assignment a where a.id = :id and a.personId = :person and a.countyId in :#{#scope.counties()}")
    Optional<Assignment> findById(Scope scope, UUID person, UUID id);
}
