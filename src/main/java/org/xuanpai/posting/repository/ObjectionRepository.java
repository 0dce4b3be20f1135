package org.xuanpai.posting.repository;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.xuanpai.posting.entity.Objection;
import org.xuanpai.shared.Scope;

/** Objections, for the organizers of their round. */
public interface ObjectionRepository extends Repository<Objection, UUID> {

    Objection saveAndFlush(Objection objection);

    @Query("""
            select o from Objection o
            where o.id = :id and o.postingId = :posting and o.countyId in :#{#scope.counties()}""")
    Optional<Objection> findById(Scope scope, UUID posting, UUID id);

    /** How many stand in the way: not concluded, or concluded so. Of a posting that was loaded by scope; none is overlooked. */
    @Query(value = "select objections_in_the_way(:posting)", nativeQuery = true)
    long inTheWay(UUID posting);
}
