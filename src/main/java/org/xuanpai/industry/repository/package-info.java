/** Target sheets in the database. */
@NullMarked
package org.xuanpai.industry.repository;

import org.jspecify.annotations.NullMarked;
