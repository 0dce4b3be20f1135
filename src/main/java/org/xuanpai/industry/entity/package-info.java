/** A target sheet with its rules. */
@NullMarked
package org.xuanpai.industry.entity;

import org.jspecify.annotations.NullMarked;
