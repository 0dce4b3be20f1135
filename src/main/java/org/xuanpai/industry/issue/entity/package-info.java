/** Objections and settings with their rules. */
@NullMarked
package org.xuanpai.industry.issue.entity;

import org.jspecify.annotations.NullMarked;
