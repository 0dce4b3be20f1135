/** Use cases of accounts, duties and log-in. */
@NullMarked
package org.xuanpai.account.service;

import org.jspecify.annotations.NullMarked;
