/** People, their offices, portfolios and assignments; they hold their rules. */
@NullMarked
package org.xuanpai.posting.people.entity;

import org.jspecify.annotations.NullMarked;
