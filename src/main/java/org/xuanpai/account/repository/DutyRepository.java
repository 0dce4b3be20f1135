package org.xuanpai.account.repository;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import org.xuanpai.account.entity.Duty;

/** Duties. Row-level security lets the security administrator see them all, others those in their scope. */
public interface DutyRepository extends Repository<Duty, UUID> {

    Duty saveAndFlush(Duty duty);

    Optional<Duty> findById(UUID id);
}
