/** Account and duty with their rules. */
@NullMarked
package org.xuanpai.account.entity;

import org.jspecify.annotations.NullMarked;
