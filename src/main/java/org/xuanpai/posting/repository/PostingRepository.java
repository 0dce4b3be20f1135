package org.xuanpai.posting.repository;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.xuanpai.platform.ProposalRepository;
import org.xuanpai.posting.entity.Posting;
import org.xuanpai.shared.Scope;

/** Postings of a county. What whoever acts must not know of, row-level security keeps away here as well. */
public interface PostingRepository extends ProposalRepository<Posting> {

    Posting saveAndFlush(Posting posting);

    List<Posting> saveAllAndFlush(Iterable<Posting> postings);

    @Query("select p from Posting p where p.id = :id and p.countyId in :#{#scope.counties()}")
    Optional<Posting> findById(Scope scope, UUID id);

    @Query("select p from Posting p where p.roundId = :round and p.countyId in :#{#scope.counties()} order by p.id")
    List<Posting> findByRound(Scope scope, UUID round);
}
