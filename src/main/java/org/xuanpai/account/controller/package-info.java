/** Log-in, set-up, activation, accounts and duties on screen. */
@NullMarked
package org.xuanpai.account.controller;

import org.jspecify.annotations.NullMarked;
