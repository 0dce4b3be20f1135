package org.xuanpai.division.repository;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.xuanpai.division.entity.Reorganisation;
import org.xuanpai.platform.ProposalRepository;
import org.xuanpai.shared.Scope;

/** Changes of the land, proposed and confirmed. */
public interface ReorganisationRepository extends ProposalRepository<Reorganisation> {

    Reorganisation saveAndFlush(Reorganisation reorganisation);

    @Query("select r from Reorganisation r where r.id = :id and r.countyId in :#{#scope.counties()}")
    Optional<Reorganisation> findById(Scope scope, UUID id);
}
