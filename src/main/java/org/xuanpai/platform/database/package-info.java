/**
 * The database: PostgreSQL inside the application unless another one is given, the two roles it is used under, what is
 * checked at every start, and the row-level context of every transaction.
 */
@NullMarked
package org.xuanpai.platform.database;

import org.jspecify.annotations.NullMarked;
