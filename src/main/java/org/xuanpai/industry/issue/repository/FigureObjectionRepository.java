package org.xuanpai.industry.issue.repository;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.xuanpai.industry.issue.entity.FigureObjection;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.Scope;

/** Objections of a scope. */
public interface FigureObjectionRepository extends Repository<FigureObjection, UUID> {

    FigureObjection saveAndFlush(FigureObjection objection);

    @Query("""
            select o from FigureObjection o
            where o.id = :id and o.issuer in :issuers
              and (o.countyId in :#{#scope.counties()} or o.townshipId in :#{#scope.townships()})""")
    Optional<FigureObjection> findById(Scope scope, List<FigureIssuer> issuers, UUID id);

    /** Those that wait for an answer, of one month and issuer. */
    @Query("""
            select o from FigureObjection o
            where o.issuer = :issuer and o.period = :period and o.answer is null
              and (o.countyId in :#{#scope.counties()} or o.townshipId in :#{#scope.townships()})""")
    List<FigureObjection> findOpen(Scope scope, FigureIssuer issuer, LocalDate period);
}
