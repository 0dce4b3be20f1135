/** Issued figures in the database. */
@NullMarked
package org.xuanpai.industry.issue.repository;

import org.jspecify.annotations.NullMarked;
