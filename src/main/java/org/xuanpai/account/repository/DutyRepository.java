package org.xuanpai.account.repository;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import org.xuanpai.account.entity.Duty;
import org.xuanpai.shared.Role;

/** Duties. Row-level security lets the security administrator see them all, others those in their scope. */
public interface DutyRepository extends Repository<Duty, UUID> {

    Duty saveAndFlush(Duty duty);

    Optional<Duty> findById(UUID id);

    List<Duty> findByRole(Role role);
}
