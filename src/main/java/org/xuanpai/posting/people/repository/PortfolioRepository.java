package org.xuanpai.posting.people.repository;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.xuanpai.posting.people.entity.Portfolio;
import org.xuanpai.shared.Scope;

/** Portfolios of a scope's counties. */
public interface PortfolioRepository extends Repository<Portfolio, UUID> {

    Portfolio saveAndFlush(Portfolio portfolio);

    @Query(
            "select p from Portfolio p where p.id = :id and p.personId = :person and p.countyId in :#{#scope.counties()}")
    Optional<Portfolio> findById(Scope scope, UUID person, UUID id);
}
