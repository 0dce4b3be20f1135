package org.xuanpai.architecture.broken.service;

import org.xuanpai.account.repository.AccountRepository;

/** Reads the tables of another feature. */
abstract class UsesAnothersRepository {
    abstract AccountRepository accounts();
}
