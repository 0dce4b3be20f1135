/** Entities that break a rule. */
@NullMarked
package org.xuanpai.architecture.broken.entity;

import org.jspecify.annotations.NullMarked;
