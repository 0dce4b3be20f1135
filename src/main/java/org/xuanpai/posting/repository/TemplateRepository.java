package org.xuanpai.posting.repository;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.xuanpai.platform.ProposalRepository;
import org.xuanpai.posting.entity.ProcedureTemplate;
import org.xuanpai.shared.Scope;

/** Procedures of a county, proposed and confirmed. */
public interface TemplateRepository extends ProposalRepository<ProcedureTemplate> {

    ProcedureTemplate saveAndFlush(ProcedureTemplate template);

    @Query("select t from ProcedureTemplate t where t.id = :id and t.countyId in :#{#scope.counties()}")
    Optional<ProcedureTemplate> findById(Scope scope, UUID id);

    /** Confirmed ones that began on or before the day, the latest first. */
    @Query("""
            select t from ProcedureTemplate t
            where t.countyId in :#{#scope.counties()} and t.validFrom <= :day and t.proposal.confirmation.confirmedAt is not null
            order by t.validFrom desc""")
    List<ProcedureTemplate> inForce(Scope scope, LocalDate day, Limit limit);
}
