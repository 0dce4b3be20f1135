package org.xuanpai.posting.repository;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.xuanpai.posting.entity.PostingRound;
import org.xuanpai.shared.Scope;

/** Rounds of a county. */
public interface RoundRepository extends Repository<PostingRound, UUID> {

    PostingRound saveAndFlush(PostingRound round);

    @Query("select r from PostingRound r where r.id = :id and r.countyId in :#{#scope.counties()}")
    Optional<PostingRound> findById(Scope scope, UUID id);
}
