/** Postings, rounds, objections and the dated procedure; they hold their rules. */
@NullMarked
package org.xuanpai.posting.entity;

import org.jspecify.annotations.NullMarked;
