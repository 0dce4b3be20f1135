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

    /** Those that stand in the way: not concluded, or concluded so. */
    @Query("""
            select count(o) from Objection o
            where o.postingId = :posting and o.countyId in :#{#scope.counties()}
              and (o.concludedAt is null or o.harmless = false)""")
    long inTheWay(Scope scope, UUID posting);
}
