package org.xuanpai.progress.repository;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.xuanpai.platform.ProposalRepository;
import org.xuanpai.progress.entity.FigureCorrection;
import org.xuanpai.shared.Scope;

/** Corrections of approved reports. */
public interface FigureCorrectionRepository extends ProposalRepository<FigureCorrection> {

    FigureCorrection saveAndFlush(FigureCorrection correction);

    @Query("""
            select x from FigureCorrection x
            where x.id = :id and (x.countyId in :#{#scope.counties()} or x.townshipId in :#{#scope.townships()})
            """)
    Optional<FigureCorrection> findById(Scope scope, UUID id);
}
