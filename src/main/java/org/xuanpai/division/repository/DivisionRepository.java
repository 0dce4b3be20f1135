package org.xuanpai.division.repository;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.xuanpai.division.entity.Division;
import org.xuanpai.shared.Scope;

/** Units made or changed by hand. */
public interface DivisionRepository extends Repository<Division, UUID> {

    Division saveAndFlush(Division unit);

    /** A unit of the scope: a county of it, or what lies below. */
    @Query("""
            select d from Division d
            where d.id = :id and (d.countyId in :#{#scope.counties()} or d.townshipId in :#{#scope.townships()})""")
    Optional<Division> findById(Scope scope, UUID id);

    /** The unit in being that has the code; codes are published, so for everybody. */
    @Query("select d from Division d where d.code = :code and d.validTo is null")
    Optional<Division> findByCode(String code);
}
