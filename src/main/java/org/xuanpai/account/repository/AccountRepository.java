package org.xuanpai.account.repository;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import org.xuanpai.account.entity.Account;

/** Accounts. Row-level security lets administrators see them all, others those with a duty in their scope. */
public interface AccountRepository extends Repository<Account, UUID> {

    Account saveAndFlush(Account account);

    Optional<Account> findById(UUID id);

    Optional<Account> findByUsername(String username);

    boolean existsByUsername(String username);
}
