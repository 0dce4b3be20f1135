/** Accounts and duties in the database. */
@NullMarked
package org.xuanpai.account.repository;

import org.jspecify.annotations.NullMarked;
