package org.xuanpai.division.repository;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.xuanpai.division.entity.TownshipType;
import org.xuanpai.platform.ProposalRepository;
import org.xuanpai.shared.Scope;

/** Types of townships, proposed and confirmed. */
public interface TownshipTypeRepository extends ProposalRepository<TownshipType> {

    TownshipType saveAndFlush(TownshipType type);

    @Query("""
            select t from TownshipType t
            where t.id = :id and t.townshipId = :township
              and (t.countyId in :#{#scope.counties()} or t.townshipId in :#{#scope.townships()})""")
    Optional<TownshipType> findById(Scope scope, UUID township, UUID id);

    /** Whether another confirmed type of the township begins on the day. */
    @Query("""
            select count(t) > 0 from TownshipType t
            where t.townshipId = :township and t.validFrom = :day and t.id <> :other and t.proposal.confirmation.confirmedAt is not null
              and (t.countyId in :#{#scope.counties()} or t.townshipId in :#{#scope.townships()})""")
    boolean isConfirmedFrom(Scope scope, UUID township, LocalDate day, UUID other);
}
