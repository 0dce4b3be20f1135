package org.xuanpai.account.repository;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import org.xuanpai.account.entity.PasswordReset;

/** Resets of passwords. Row-level security shows them to administrators only. */
public interface PasswordResetRepository extends Repository<PasswordReset, UUID> {

    PasswordReset saveAndFlush(PasswordReset reset);

    Optional<PasswordReset> findById(UUID id);
}
