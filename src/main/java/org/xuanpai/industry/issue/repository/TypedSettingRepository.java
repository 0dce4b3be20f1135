package org.xuanpai.industry.issue.repository;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.xuanpai.industry.issue.entity.TypedSetting;
import org.xuanpai.platform.ProposalRepository;
import org.xuanpai.shared.Scope;

/** Settings of a scope's counties. */
public interface TypedSettingRepository extends ProposalRepository<TypedSetting> {

    TypedSetting saveAndFlush(TypedSetting setting);

    @Query("select s from TypedSetting s where s.id = :id and s.countyId in :#{#scope.counties()}")
    Optional<TypedSetting> findById(Scope scope, UUID id);

    /** The proposal nobody has confirmed or withdrawn yet. */
    @Query("""
            select s from TypedSetting s
            where s.indicatorCode = :code and s.proposal.confirmation.confirmedAt is null and s.proposal.withdrawnAt is null
              and s.countyId in :#{#scope.counties()}""")
    Optional<TypedSetting> findOpen(Scope scope, String code);
}
